using System.Net;
using EdgeGateway.Testing;
using Gateway.Edge.Console.SignIn;

namespace Gateway.Edge.Tests.Console.SignIn;

public sealed class TryLimitTests
{
    private static readonly IPAddress s_one = IPAddress.Parse("192.0.2.1");
    private readonly FakeTimeProvider _time = new();
    private readonly TryLimit _limit;

    public TryLimitTests() => _limit = new TryLimit(_time);

    [Fact]
    public void Wrong_tries_spread_over_more_than_a_minute_bring_no_pause()
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            _limit.Take(s_one);
            _time.Advance(TimeSpan.FromSeconds(16));
        }

        Assert.Null(_limit.Pause(s_one));
    }

    [Fact]
    public void One_address_that_has_to_wait_does_not_hold_up_another()
    {
        Fail(s_one, TryLimit.TriesPerAddress);

        Assert.Equal(TimeSpan.FromMinutes(1), _limit.Pause(s_one));
        Assert.Null(_limit.Pause(IPAddress.Parse("192.0.2.2")));
        Assert.NotNull(_limit.Pause(s_one.MapToIPv6()));
    }

    [Fact]
    public void Many_addresses_together_bring_a_pause_for_all()
    {
        for (var host = 0; host < TryLimit.TriesOverall; host++)
        {
            _limit.Take(new IPAddress([198, 51, 100, (byte)host]));
        }

        Assert.NotNull(_limit.Pause(s_one));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(_limit.Pause(s_one));
    }

    [Fact]
    public void Addresses_of_one_network_of_the_next_protocol_count_as_one()
    {
        for (var host = 1; host <= TryLimit.TriesPerAddress; host++)
        {
            _limit.Take(IPAddress.Parse("2001:db8:1:2::" + host));
        }

        Assert.NotNull(_limit.Pause(IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Assert.Null(_limit.Pause(IPAddress.Parse("2001:db8:1:3::9")));
    }

    [Fact]
    public async Task Of_many_tries_at_the_same_moment_no_more_than_five_are_looked_at()
    {
        var pauses = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => _limit.Take(s_one), TestContext.Current.CancellationToken)));

        Assert.Equal(TryLimit.TriesPerAddress, pauses.Count(pause => pause is null));
    }

    [Fact]
    public void Right_try_does_not_count_and_takes_no_wrong_one_back()
    {
        Fail(s_one, TryLimit.TriesPerAddress - 1);
        for (var attempt = 0; attempt < 2 * TryLimit.TriesOverall; attempt++)
        {
            Assert.Null(_limit.Take(s_one));
            Assert.NotNull(_limit.Pause(s_one));
            _limit.GiveBack(s_one);
            Assert.Null(_limit.Pause(s_one));
        }

        Fail(s_one, 1);
        Assert.NotNull(_limit.Pause(s_one));
    }

    private void Fail(IPAddress address, int times)
    {
        for (var attempt = 0; attempt < times; attempt++)
        {
            _limit.Take(address);
        }
    }
}
