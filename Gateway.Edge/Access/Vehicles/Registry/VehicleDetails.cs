namespace Gateway.Edge.Access.Vehicles.Registry;

/// <summary>What a vehicle's row holds about people: sealed on the disk.</summary>
/// <param name="Owner">Name of who answers for it; empty for nobody.</param>
/// <param name="Unit">Building and flat.</param>
/// <param name="Phone">The owner's whole number.</param>
/// <param name="Host">The flat that is visited or the work order.</param>
/// <param name="Note">A word.</param>
internal sealed record VehicleDetails(string Owner, string? Unit, string? Phone, string? Host, string? Note);
