namespace Gateway.Drivers.Buses.Gpio.Kernel;

/// <summary>One edge as the kernel saw it.</summary>
/// <param name="Active">The logical level after the edge.</param>
/// <param name="Nanoseconds">CLOCK_MONOTONIC at the interrupt.</param>
/// <param name="Sequence">Counts the edges of this line from 1; a gap means that the kernel's buffer overran.</param>
internal readonly record struct GpioEvent(bool Active, long Nanoseconds, uint Sequence);
