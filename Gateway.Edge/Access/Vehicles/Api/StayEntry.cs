namespace Gateway.Edge.Access.Vehicles.Api;

/// <summary>Body of <c>POST /api/vehicles/stays</c>: a vehicle that came in unseen.</summary>
/// <param name="Plate">Its number; null where nobody knows it.</param>
/// <param name="Reason">Why, 1 to 200 characters.</param>
/// <param name="At">When it came; null for now.</param>
internal sealed record StayEntry(string? Plate, string Reason, DateTimeOffset? At = null);
