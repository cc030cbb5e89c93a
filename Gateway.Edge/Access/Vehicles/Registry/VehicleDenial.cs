namespace Gateway.Edge.Access.Vehicles.Registry;

/// <summary>Somebody puts a plate on the deny list.</summary>
/// <param name="Plate">The number; a registered vehicle loses its standing and its grant.</param>
/// <param name="Reason">Why, 1 to 200 characters.</param>
/// <param name="Until">Until when; null for no end.</param>
internal sealed record VehicleDenial(string Plate, string Reason, DateTimeOffset? Until = null);
