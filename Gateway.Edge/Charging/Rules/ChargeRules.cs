namespace Gateway.Edge.Charging.Rules;

/// <summary>What sessions are judged by. Immutable after the start; safe for several threads.</summary>
/// <param name="Limits">Numbers and times.</param>
/// <param name="Night">When it is night.</param>
internal sealed record ChargeRules(ChargingOptions Limits, NightHours Night);
