using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Gpio;

namespace Gateway.Drivers.Tests.Buses.Gpio;

public sealed class GpioTimeTests
{
    [Fact]
    public void Kernel_s_nanoseconds_become_ticks_of_the_clock_whatever_its_origin_and_frequency()
    {
        var clock = new FakeTimeProvider(); // ten million ticks a second, from a date
        var kernel = new FakeGpio(clock); // nanoseconds from five seconds
        var time = new GpioTime(kernel, clock);
        var (edge, stamp) = (kernel.Nanoseconds, clock.GetTimestamp());

        clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(stamp, time.Ticks(edge));
        Assert.Equal(clock.GetTimestamp(), time.Ticks(kernel.Nanoseconds));
        Assert.Equal(clock.GetTimestamp(), time.Now);
    }

    [Fact]
    public void Distances_between_edges_are_kept()
    {
        var clock = new FakeTimeProvider();
        var time = new GpioTime(new FakeGpio(clock), clock);
        Assert.Equal(TimeSpan.FromMilliseconds(30).Ticks, time.Ticks(6_030_000_000) - time.Ticks(6_000_000_000));
    }

    /// <summary>Ten years up in nanoseconds, times a frequency of a billion, is beyond 64 bits.</summary>
    [Fact]
    public void Long_uptime_does_not_overflow()
    {
        const long TenYears = 315_360_000L * 1_000_000_000;
        var time = new GpioTime(new FakeGpio(TimeProvider.System), TimeProvider.System);
        Assert.Equal(TenYears, time.Ticks(TenYears) - time.Ticks(0));
    }
}
