using Gateway.Drivers.Buses.Gpio.Kernel;

namespace Gateway.Drivers.Buses.Gpio;

/// <summary>Turns the kernel's nanoseconds into ticks of <see cref="TimeProvider.GetTimestamp"/>; the two clocks differ by a constant.</summary>
internal sealed class GpioTime
{
    private const long NanosecondsPerSecond = 1_000_000_000;
    private readonly TimeProvider _clock;
    private readonly long _offset;

    public GpioTime(IGpioKernel kernel, TimeProvider clock)
    {
        _clock = clock;
        _offset = clock.GetTimestamp() - Scale(kernel.Nanoseconds);
    }

    public long Now => _clock.GetTimestamp();

    public long Ticks(long nanoseconds) => Scale(nanoseconds) + _offset;

    private long Scale(long nanoseconds) => (long)((Int128)nanoseconds * _clock.TimestampFrequency / NanosecondsPerSecond);
}
