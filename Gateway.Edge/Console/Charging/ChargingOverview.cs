namespace Gateway.Edge.Console.Charging;

/// <summary>What the charging page shows besides the sheds.</summary>
/// <param name="Findings">Batteries to look at.</param>
/// <param name="Sums">Energy.</param>
/// <param name="Last">The sessions that ended last.</param>
public sealed record ChargingOverview(IReadOnlyList<FindingLine> Findings, IReadOnlyList<EnergySum> Sums, IReadOnlyList<ChargeLine> Last);
