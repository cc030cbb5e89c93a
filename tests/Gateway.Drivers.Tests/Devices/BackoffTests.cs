using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Devices;

public sealed class BackoffTests
{
    [Fact]
    public void Pauses_double_up_to_the_limit_with_jitter_below_each_bound()
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), new Random(3));
        foreach (var bound in (double[])[1, 2, 4, 8, 16, 30, 30, 30])
        {
            Assert.InRange(backoff.Next().TotalSeconds, bound / 2, bound);
        }
    }

    [Fact]
    public void Success_begins_again_with_the_shortest_pause()
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), new Random(3));
        _ = (backoff.Next(), backoff.Next(), backoff.Next());
        backoff.Reset();
        Assert.InRange(backoff.Next().TotalSeconds, 0.5, 1);
    }
}
