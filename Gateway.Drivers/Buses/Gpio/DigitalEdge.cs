namespace Gateway.Drivers.Buses.Gpio;

/// <summary>A change of an input line.</summary>
/// <param name="Active">The level after the change.</param>
/// <param name="At">When it changed.</param>
public readonly record struct DigitalEdge(bool Active, DateTimeOffset At);
