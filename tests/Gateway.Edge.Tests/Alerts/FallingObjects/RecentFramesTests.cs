using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Perception.FallingObjects;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

public sealed class RecentFramesTests
{
    private readonly RecentFrames _recent = new();

    [Fact]
    public void Picture_is_from_the_midst_of_the_fall()
    {
        Offer(seconds: 10);
        var still = _recent.Of(FallOf(7.0, 8.4))!;
        Assert.InRange(still.Time.TotalSeconds, 7.0, 8.4);
        Assert.Equal((byte)(still.Time.TotalSeconds * 10), still.Luma.Span[0]);
    }

    [Fact]
    public void Picture_is_a_copy_that_later_frames_do_not_change()
    {
        Offer(seconds: 4);
        var still = _recent.Of(FallOf(3, 4))!;
        var before = still.Luma.ToArray();
        Offer(seconds: 20, from: 4.04);
        Assert.Equal(before, still.Luma.ToArray());
    }

    [Fact]
    public void There_is_none_before_the_first_frame_and_after_a_break()
    {
        Assert.Null(_recent.Of(FallOf(0, 1)));
        Offer(seconds: 1);
        _recent.Clear();
        Assert.Null(_recent.Of(FallOf(0, 1)));
    }

    [Fact]
    public void Fall_of_four_seconds_still_has_its_midst()
    {
        Offer(seconds: 10);
        Assert.InRange(_recent.Of(FallOf(5.7, 9.7))!.Time.TotalSeconds, 7.2, 8.2);
    }

    private void Offer(double seconds, double from = 0)
    {
        for (var at = from; at <= seconds; at += 0.04)
        {
            _recent.Offer(new LumaFrame(new[] { (byte)(at * 10), (byte)0 }, 2, 1, 1, TimeSpan.FromSeconds(at), DateTimeOffset.UnixEpoch, null));
        }
    }

    private static Fall FallOf(double began, double ended) => new(
        [new(0, TimeSpan.FromSeconds(began), 0, 0, 1, 1), new(1, TimeSpan.FromSeconds(ended), 0, 0, 1, 1)], 1, new FallFit(0, 9.8, 0, null, 1), null, []);
}
