using Gateway.Drivers.Buses.Video.Grey;

namespace Gateway.Drivers.Tests.Buses.Video.Grey;

public sealed class FrameTimingTests
{
    private readonly FrameTiming _timing = new();

    [Fact]
    public void Nothing_is_said_of_nothing() => Assert.Equal((0, 0, TimeSpan.Zero), (_timing.Report().Rate, _timing.Report().Duplicates, _timing.Report().Over));

    [Fact]
    public void Even_frames_are_a_rate_and_no_more()
    {
        Add(500, 40);
        Assert.Equal("25.0 fps, 0 duplicates, longest gap 40 ms", _timing.Report().ToString());
    }

    [Fact]
    public void Duplicates_of_either_kind_and_a_gap_are_counted()
    {
        Add(100, 40);
        _timing.Add(TimeSpan.Zero, repeats: false);
        _timing.Add(TimeSpan.FromMilliseconds(40), repeats: true);
        Add(1, 80);
        Add(100, 40);
        Assert.StartsWith("24.9 fps, 2 duplicates, longest gap 80 ms", _timing.Report().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Uneven_steps_are_told_as_their_share()
    {
        Add(200, 40);
        for (var i = 0; i < 100; i++)
        {
            Add(1, 20);
            Add(1, 60);
        }

        var report = _timing.Report();
        Assert.InRange(report.Uneven, 0.45, 0.55);
        Assert.EndsWith("50 % of the steps uneven", report.ToString(), StringComparison.Ordinal);
        Assert.InRange(report.Rate, 24.9, 25.1);
    }

    [Fact]
    public void Small_jitter_is_even()
    {
        var random = new Random(1);
        for (var i = 0; i < 1000; i++)
        {
            Add(1, 40 + random.Next(-8, 9));
        }

        Assert.InRange(_timing.Report().Uneven, 0, 0.05);
    }

    [Fact]
    public void What_is_more_than_a_minute_ago_is_forgotten()
    {
        Add(1, 2000);
        _timing.Add(TimeSpan.Zero, repeats: true);
        Add(1600, 40);
        var report = _timing.Report();
        Assert.Equal((0, 40), (report.Duplicates, report.LongestGap.TotalMilliseconds));
        Assert.InRange(report.Over.TotalSeconds, 50, 60);
    }

    [Fact]
    public void New_connection_begins_anew()
    {
        Add(10, 200);
        _timing.Begin();
        Add(10, 40);
        Assert.Equal("25.0 fps, 0 duplicates, longest gap 40 ms", _timing.Report().ToString());
    }

    private void Add(int count, int milliseconds)
    {
        for (var i = 0; i < count; i++)
        {
            _timing.Add(TimeSpan.FromMilliseconds(milliseconds), repeats: false);
        }
    }
}
