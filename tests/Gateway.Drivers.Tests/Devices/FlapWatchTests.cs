using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Devices;

public sealed class FlapWatchTests
{
    private readonly FlapWatch _watch = new();

    [Fact]
    public void Five_losses_in_ten_minutes_are_flapping_and_four_are_not()
    {
        Fall(4, everySeconds: 60);
        Assert.False(_watch.IsFlapping);
        _watch.Note(DeviceState.Degraded, DeviceState.Faulty, At(300));
        Assert.True(_watch.IsFlapping);
        Assert.Equal(5, _watch.Count);
    }

    [Fact]
    public void Losses_far_apart_are_not_flapping()
    {
        Fall(50, everySeconds: 151);
        Assert.False(_watch.IsFlapping);
    }

    [Fact]
    public void Device_that_is_away_and_changes_its_reason_does_not_flap()
    {
        for (var i = 0; i < 20; i++)
        {
            _watch.Note(DeviceState.Offline, DeviceState.Faulty, At(i));
        }

        Assert.False(_watch.IsFlapping);
    }

    [Fact]
    public void Flapping_ends_once_the_state_has_stood_for_five_minutes()
    {
        Fall(5, everySeconds: 10);
        Assert.False(_watch.Settled(At(300)));
        Assert.True(_watch.Settled(At(345)));
        Assert.False(_watch.IsFlapping);
        Fall(4, everySeconds: 10);
        Assert.False(_watch.IsFlapping);
    }

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private void Fall(int times, double everySeconds)
    {
        for (var i = 0; i < times; i++)
        {
            _watch.Note(DeviceState.Online, DeviceState.Offline, At(i * everySeconds));
            _watch.Note(DeviceState.Offline, DeviceState.Online, At((i * everySeconds) + 1));
        }
    }
}
