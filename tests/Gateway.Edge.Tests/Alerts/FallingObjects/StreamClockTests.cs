using Gateway.Edge.Alerts.FallingObjects;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

public sealed class StreamClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly StreamClock _clock = new();

    [Fact]
    public void Delay_of_single_frames_does_not_move_the_event()
    {
        var random = new Random(4);
        for (var frame = 0; frame < 100; frame++)
        {
            var at = TimeSpan.FromMilliseconds(40 * frame);
            _clock.Add(at, Noon + at + TimeSpan.FromMilliseconds(frame % 10 == 3 ? 0 : random.Next(20, 400)));
        }

        Assert.Equal(Noon + TimeSpan.FromSeconds(2), _clock.WallOf(TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public void Camera_whose_clock_runs_slow_is_followed()
    {
        // A hundredth slow for ten minutes: six seconds that the oldest frames would still hold.
        for (var frame = 0; frame < 15_000; frame++)
        {
            _clock.Add(TimeSpan.FromMilliseconds(40 * frame), Noon + TimeSpan.FromMilliseconds(40.4 * frame));
        }

        var off = _clock.WallOf(TimeSpan.FromMilliseconds(40 * 14_999)) - (Noon + TimeSpan.FromMilliseconds(40.4 * 14_999));
        Assert.InRange(off.TotalMilliseconds, -150, 0);
    }

    [Fact]
    public void New_connection_counts_from_its_own_beginning()
    {
        _clock.Add(TimeSpan.FromHours(1), Noon);
        _clock.Restart();
        _clock.Add(TimeSpan.FromSeconds(1), Noon.AddMinutes(1));
        Assert.Equal(Noon.AddMinutes(1).AddSeconds(-1), _clock.WallOf(TimeSpan.Zero));
    }
}
