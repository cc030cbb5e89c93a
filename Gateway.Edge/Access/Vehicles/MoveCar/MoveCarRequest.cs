namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>Somebody asks for a vehicle to be moved.</summary>
/// <param name="Plate">Its number.</param>
/// <param name="Reason">Why, at most 100 characters; may be absent.</param>
/// <param name="CallerPhone">The asking person's own number, so that the guard can call back; may be absent. The owner sees it masked.</param>
internal sealed record MoveCarRequest(string Plate, string? Reason = null, string? CallerPhone = null);
