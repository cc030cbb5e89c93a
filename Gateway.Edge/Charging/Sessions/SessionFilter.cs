using Gateway.Edge.Charging.Rules;

namespace Gateway.Edge.Charging.Sessions;

/// <summary>Which sessions of the past; null means any.</summary>
/// <param name="Device">Of that charging point.</param>
/// <param name="Outlet">Of that outlet.</param>
/// <param name="Reason">Ended by that.</param>
/// <param name="Since">Begun from then on: what a guard may see.</param>
internal readonly record struct SessionFilter(string? Device = null, string? Outlet = null, EndReason? Reason = null, DateTimeOffset? Since = null);
