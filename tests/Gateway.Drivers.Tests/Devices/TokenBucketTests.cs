using EdgeGateway.Testing;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Devices;

public sealed class TokenBucketTests
{
    [Fact]
    public void Burst_passes_and_then_the_steady_rate()
    {
        var clock = new FakeTimeProvider();
        var bucket = new TokenBucket(burst: 3, perSecond: 2, clock);
        Assert.Equal([true, true, true, false], Take(bucket, 4));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([true, true, false], Take(bucket, 3));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal([true, true, true, false], Take(bucket, 4));
    }

    private static List<bool> Take(TokenBucket bucket, int times) => Enumerable.Range(0, times).Select(_ => bucket.TryTake()).ToList();
}
