using EdgeGateway.Testing;
using Gateway.Drivers.Simulation.Scenarios;

namespace Gateway.Drivers.Tests.Simulation.Scenarios;

public sealed class ScaledTimeTests
{
    private readonly FakeTimeProvider _real = new();

    [Fact]
    public void Minute_passes_in_a_second()
    {
        var time = new ScaledTime(_real, 60);
        var (start, stamp) = (time.GetUtcNow(), time.GetTimestamp());
        Assert.Equal(_real.GetUtcNow(), start);
        _real.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromMinutes(1), time.GetUtcNow() - start);
        Assert.Equal(60, time.GetElapsedTime(stamp).TotalSeconds, tolerance: 0.01);
    }

    [Fact]
    public async Task Delay_ends_neither_early_nor_late()
    {
        var time = new ScaledTime(_real, 60);
        var delay = Task.Delay(TimeSpan.FromMinutes(10), time, TestContext.Current.CancellationToken);
        _real.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(delay.IsCompleted);
        _real.Advance(TimeSpan.FromSeconds(0.1));
        await delay;
    }

    [Fact]
    public void Periodic_timer_fires_so_many_times_more()
    {
        var time = new ScaledTime(_real, 100);
        var fired = 0;
        using var timer = time.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        _real.Advance(TimeSpan.FromSeconds(1));
        Assert.InRange(fired, 98, 101);
        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _real.Advance(TimeSpan.FromSeconds(1));
        Assert.InRange(fired, 98, 101);
    }
}
