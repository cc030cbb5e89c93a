using Gateway.Edge.Alerts.FallingObjects;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

public sealed class ShareWatchTests
{
    private readonly ShareWatch _lost = ShareWatch.OfLostFrames();
    private readonly ShareWatch _blind = ShareWatch.OfBlindFrames();
    private DateTimeOffset _now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Burst_says_nothing()
    {
        Assert.Empty(Lose(seconds: 12, aSecond: 10));
        Assert.Empty(Lose(seconds: 120, aSecond: 0));
        Assert.False(_lost.InTrouble);

        Assert.Empty(Cover(seconds: 10, ofTen: 10));
        Assert.Empty(Cover(seconds: 120, ofTen: 0));
        Assert.False(_blind.InTrouble);
    }

    [Fact]
    public void Loss_that_lasts_is_told_once_and_its_end_once()
    {
        Assert.InRange(Assert.Single(Lose(seconds: 60, aSecond: 5)), 30, 42);
        Assert.True(_lost.InTrouble);
        Assert.InRange(_lost.Share, 0.15, 0.18);

        Assert.Single(Lose(seconds: 60, aSecond: 0));
        Assert.False(_lost.InTrouble);
    }

    [Fact]
    public void Blindness_that_lasts_is_told_once_and_its_end_once()
    {
        Assert.InRange(Assert.Single(Cover(seconds: 90, ofTen: 8)), 29, 31);
        Assert.True(_blind.InTrouble);
        Assert.Equal(0.8, _blind.Share, 0.02);

        Assert.Single(Cover(seconds: 90, ofTen: 0));
        Assert.False(_blind.InTrouble);
    }

    [Fact]
    public void Share_in_between_neither_begins_nor_ends_a_trouble()
    {
        Assert.Empty(Lose(seconds: 90, aSecond: 1));
        Lose(seconds: 60, aSecond: 5);
        Assert.Empty(Lose(seconds: 90, aSecond: 1));
        Assert.True(_lost.InTrouble);

        Assert.Empty(Cover(seconds: 90, ofTen: 3));
        Cover(seconds: 90, ofTen: 8);
        Assert.Empty(Cover(seconds: 90, ofTen: 3));
        Assert.True(_blind.InTrouble);
    }

    [Fact]
    public void Window_that_disagrees_begins_to_count_the_windows_anew()
    {
        var watch = new ShareWatch(TimeSpan.FromSeconds(1), windows: 2, tooMany: 0.5, few: 0.1);
        bool[] told = [.. new[] { 1, 1, 0, 1, 1 }.Select(bad => watch.Add(_now += TimeSpan.FromSeconds(1), bad, 1))];

        Assert.Equal([false, false, false, false, true], told);
    }

    [Fact]
    public void Clock_that_was_set_back_begins_to_count_anew()
    {
        Lose(seconds: 25, aSecond: 5);
        _now -= TimeSpan.FromHours(1);
        Assert.Single(Lose(seconds: 45, aSecond: 5));

        Cover(seconds: 20, ofTen: 10);
        _now -= TimeSpan.FromHours(1);
        Assert.Single(Cover(seconds: 45, ofTen: 10));
    }

    /// <summary>Loses so many frames a second besides the 25 that come.</summary>
    private List<double> Lose(int seconds, int aSecond) =>
        Run(seconds, frame => frame % 25 < aSecond ? _lost.Add(_now, 1, 2) : _lost.Add(_now, 0, 1));

    /// <summary>Sees nothing in so many of ten frames.</summary>
    private List<double> Cover(int seconds, int ofTen) => Run(seconds, frame => _blind.Add(_now, frame % 10 < ofTen ? 1 : 0, 1));

    /// <summary>The seconds after which something was told.</summary>
    private List<double> Run(int seconds, Func<int, bool> add)
    {
        List<double> told = [];
        for (var frame = 0; frame < seconds * 25; frame++)
        {
            _now += TimeSpan.FromMilliseconds(40);
            if (add(frame))
            {
                told.Add(frame / 25.0);
            }
        }

        return told;
    }
}
