using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Access.Passes;

/// <summary>What a card or code says. Exactly one of the two is set.</summary>
/// <param name="Pass">The pass, where it stands.</param>
/// <param name="Refusal">The gate's answer, where it does not.</param>
/// <param name="Step">The code's step; null for cards.</param>
internal sealed record PassReading(Pass? Pass, PassageDecision.Refused? Refusal, uint? Step = null);
