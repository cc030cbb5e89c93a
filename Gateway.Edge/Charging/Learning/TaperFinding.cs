using Gateway.Edge.Charging.Outlets;

namespace Gateway.Edge.Charging.Learning;

/// <summary>A battery that should be looked at. Names nobody: the outlet and the strength of the charger tell which it is.</summary>
/// <param name="Session">The session in which it was found.</param>
/// <param name="Outlet">Where.</param>
/// <param name="Kind">What.</param>
/// <param name="FoundAt">When.</param>
/// <param name="Plateau">What the charger gives, W.</param>
/// <param name="Tail">How far it tapered: <see cref="ChargeTail"/>.</param>
/// <param name="Usual">The same as learned from earlier sessions; null where nothing was learned.</param>
internal sealed record TaperFinding(Guid Session, OutletId Outlet, FindingKind Kind, DateTimeOffset FoundAt, double Plateau, double Tail, double? Usual);
