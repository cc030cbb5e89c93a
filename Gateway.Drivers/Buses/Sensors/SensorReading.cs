namespace Gateway.Drivers.Buses.Sensors;

/// <summary>One reading.</summary>
/// <param name="Value">The value in <paramref name="Unit"/>.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Timestamp">When it was there, in ticks of <see cref="TimeProvider.GetTimestamp"/>.</param>
public readonly record struct SensorReading(double Value, SensorUnit Unit, long Timestamp);
