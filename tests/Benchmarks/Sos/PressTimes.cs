namespace EdgeGateway.Benchmarks.Sos;

/// <summary>What one press took, in milliseconds after the button's edge.</summary>
/// <param name="Lamp">The lamp's line was driven.</param>
/// <param name="Journal">The record was durable on the gateway.</param>
/// <param name="Station">The alert was committed in the station's database.</param>
internal readonly record struct PressTimes(double Lamp, double Journal, double Station);
