namespace Gateway.Edge.Access.Vehicles.Registry;

/// <summary>Which vehicles to list.</summary>
/// <param name="Search">Part of a plate, a unit or a name; null for all.</param>
/// <param name="Standing">Only these; null for all.</param>
/// <param name="Skip">How many of them to pass over.</param>
/// <param name="Limit">Most to return, 1 to 1000.</param>
internal sealed record VehicleFilter(string? Search = null, VehicleStanding? Standing = null, int Skip = 0, int Limit = 200);
