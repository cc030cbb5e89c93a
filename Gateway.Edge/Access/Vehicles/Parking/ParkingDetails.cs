namespace Gateway.Edge.Access.Vehicles.Parking;

/// <summary>What a report's row holds in free words: sealed on the disk, as people write names into such fields.</summary>
/// <param name="Place">Where.</param>
/// <param name="Note">A word.</param>
internal sealed record ParkingDetails(string Place, string? Note);
