namespace Gateway.Edge.Charging.Outlets;

/// <summary>Names an outlet in the whole compound.</summary>
/// <param name="Device">The charging point.</param>
/// <param name="Outlet">The outlet, unique in it.</param>
internal readonly record struct OutletId(string Device, string Outlet);
