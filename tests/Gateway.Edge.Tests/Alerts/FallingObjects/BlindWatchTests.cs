using Gateway.Edge.Alerts.FallingObjects;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

public sealed class BlindWatchTests
{
    private readonly BlindWatch _watch = new();
    private DateTimeOffset _now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Bump_says_nothing()
    {
        Assert.Empty(Run(seconds: 10, blindOfTen: 10));
        Assert.Empty(Run(seconds: 120, blindOfTen: 0));
        Assert.False(_watch.IsBlind);
    }

    [Fact]
    public void Blindness_that_lasts_is_told_once_and_its_end_once()
    {
        Assert.InRange(Assert.Single(Run(seconds: 90, blindOfTen: 8)), 29, 31);
        Assert.True(_watch.IsBlind);
        Assert.Equal(0.8, _watch.Share, 0.02);
        Assert.Single(Run(seconds: 90, blindOfTen: 0));
        Assert.False(_watch.IsBlind);
    }

    [Fact]
    public void Some_frames_that_say_nothing_neither_begin_nor_end_it()
    {
        Assert.Empty(Run(seconds: 90, blindOfTen: 3));
        Run(seconds: 90, blindOfTen: 8);
        Assert.Empty(Run(seconds: 90, blindOfTen: 3));
        Assert.True(_watch.IsBlind);
    }

    [Fact]
    public void Clock_that_was_set_back_begins_to_count_anew()
    {
        Run(seconds: 20, blindOfTen: 10);
        _now -= TimeSpan.FromHours(1);
        Assert.Single(Run(seconds: 45, blindOfTen: 10));
    }

    /// <summary>The seconds after which something was told.</summary>
    private List<double> Run(int seconds, int blindOfTen)
    {
        List<double> told = [];
        for (var frame = 0; frame < seconds * 25; frame++)
        {
            _now += TimeSpan.FromMilliseconds(40);
            if (_watch.Add(_now, frame % 10 < blindOfTen))
            {
                told.Add(frame / 25.0);
            }
        }

        return told;
    }
}
