namespace Gateway.Edge.Access.Vehicles.Stays;

/// <summary>Which stays to list, the newest first.</summary>
/// <param name="Plate">Part of a plate, at least two characters; null for all.</param>
/// <param name="Inside">True for vehicles that are here, false for those that left, null for both.</param>
/// <param name="Overstaying">True for those that stay too long now.</param>
/// <param name="Since">Came or left at or after; null for any time.</param>
/// <param name="Until">Came before; null for any time.</param>
/// <param name="Skip">How many of them to pass over.</param>
/// <param name="Limit">Most to return, 1 to 1000.</param>
internal sealed record StayFilter(
    string? Plate = null, bool? Inside = null, bool Overstaying = false, DateTimeOffset? Since = null, DateTimeOffset? Until = null, int Skip = 0, int Limit = 100);
