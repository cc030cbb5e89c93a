using Gateway.Edge.Charging.Rules;

namespace Gateway.Edge.Charging.Sessions;

/// <summary>A session as pages show it.</summary>
/// <param name="Session">How it stands.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="Ending">Why it is being ended; null while it goes on and once it has ended.</param>
/// <param name="Took">How long.</param>
/// <param name="Watts">Power now; null while the meter is silent and once it has ended.</param>
/// <param name="Curve">Its power, in order.</param>
internal sealed record SessionView(
    ChargeSession Session, ChargePhase Phase, EndReason? Ending, TimeSpan Took, double? Watts, IReadOnlyList<CurvePoint> Curve);
