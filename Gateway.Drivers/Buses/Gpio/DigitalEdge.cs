namespace Gateway.Drivers.Buses.Gpio;

/// <summary>A change of level on an input.</summary>
/// <param name="Active">The new logical level.</param>
/// <param name="Timestamp">When, in ticks of <see cref="TimeProvider.GetTimestamp"/>: unaffected by changes of the wall clock.</param>
public readonly record struct DigitalEdge(bool Active, long Timestamp);
