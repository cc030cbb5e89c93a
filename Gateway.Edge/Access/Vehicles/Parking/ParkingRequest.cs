namespace Gateway.Edge.Access.Vehicles.Parking;

/// <summary>Somebody reports a vehicle that stands in the way.</summary>
/// <param name="Kind">How it stands.</param>
/// <param name="Place">Where, 1 to 64 characters.</param>
/// <param name="Plate">Its number; null or empty where it cannot be read.</param>
/// <param name="Note">A word, at most 200 characters.</param>
/// <param name="Picture">A JPEG of at most 4 MiB; null for none. Stored without what the camera wrote into it (place, owner, device).</param>
internal sealed record ParkingRequest(ParkingKind Kind, string Place, string? Plate = null, string? Note = null, byte[]? Picture = null);
