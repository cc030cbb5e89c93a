using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Alerts.FallingObjects;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

public sealed class StreamBreakTests
{
    private readonly StreamBreak _break = new();

    [Fact]
    public void Frames_in_order_are_no_break_nor_is_a_repeated_one_nor_a_few_lost()
    {
        Assert.False(Before(1, 0));
        Assert.False(Before(2, 40));
        Assert.False(Before(3, 40));
        Assert.False(Before(9, 320));
        Assert.False(Before(10, 2320));
    }

    [Theory]
    [InlineData(3, 20)] // back in time
    [InlineData(3, 4000)] // too long a gap
    [InlineData(1, 80)] // counted anew
    public void Torn_stream_is_told_once(long number, int milliseconds)
    {
        Before(1, 0);
        Before(2, 40);
        Assert.True(Before(number, milliseconds));
        Assert.False(Before(number + 1, milliseconds + 40));
    }

    private bool Before(long number, int milliseconds) =>
        _break.Before(new LumaFrame(new byte[1], 1, 1, number, TimeSpan.FromMilliseconds(milliseconds), DateTimeOffset.UnixEpoch, null));
}
