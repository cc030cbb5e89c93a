using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Charging;

/// <summary>Energy within a span up to now.</summary>
/// <param name="Span">The span in words.</param>
/// <param name="WattHours">Wh.</param>
/// <param name="Count">Sessions.</param>
public sealed record EnergySum(LocalizedText Span, double WattHours, long Count);
