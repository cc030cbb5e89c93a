using Gateway.Edge.Alerts.FallingObjects;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

public sealed class OverloadWatchTests
{
    private readonly OverloadWatch _watch = new();
    private DateTimeOffset _now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private long _dropped;

    [Fact]
    public void Burst_of_lost_frames_says_nothing()
    {
        _dropped = 0;
        Assert.Empty(Run(seconds: 12, lostPerSecond: 10));
        Assert.Empty(Run(seconds: 120, lostPerSecond: 0));
        Assert.False(_watch.IsOverloaded);
    }

    [Fact]
    public void Loss_that_lasts_is_told_once_and_its_end_once()
    {
        var began = Assert.Single(Run(seconds: 60, lostPerSecond: 5));
        Assert.InRange(began, 30, 42);
        Assert.True(_watch.IsOverloaded);
        Assert.InRange(_watch.Share, 0.15, 0.18);

        Assert.Single(Run(seconds: 60, lostPerSecond: 0));
        Assert.False(_watch.IsOverloaded);
    }

    [Fact]
    public void Some_loss_neither_begins_nor_ends_it()
    {
        Assert.Empty(Run(seconds: 90, lostPerSecond: 1));
        Run(seconds: 60, lostPerSecond: 5);
        Assert.Empty(Run(seconds: 90, lostPerSecond: 1));
        Assert.True(_watch.IsOverloaded);
    }

    [Fact]
    public void Clock_that_was_set_back_begins_to_count_anew()
    {
        Run(seconds: 25, lostPerSecond: 5);
        _now -= TimeSpan.FromHours(1);
        Assert.Single(Run(seconds: 45, lostPerSecond: 5));
    }

    /// <summary>The seconds after which something was told.</summary>
    private List<double> Run(int seconds, int lostPerSecond)
    {
        List<double> told = [];
        for (var frame = 0; frame < seconds * 25; frame++)
        {
            _now += TimeSpan.FromMilliseconds(40);
            _dropped += frame % 25 < lostPerSecond ? 1 : 0;
            if (_watch.Add(_now, _dropped))
            {
                told.Add(frame / 25.0);
            }
        }

        return told;
    }
}
