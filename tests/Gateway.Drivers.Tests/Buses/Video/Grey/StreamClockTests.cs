using Gateway.Drivers.Buses.Video.Grey;

namespace Gateway.Drivers.Tests.Buses.Video.Grey;

public sealed class StreamClockTests
{
    private readonly StreamClock _clock = new();

    [Fact]
    public void Times_count_from_the_first_frame_wherever_the_stream_begins()
    {
        Assert.Equal((0, 0), Take(90_000, 5));
        Assert.True(_clock.IsFirst);
        Assert.Equal((40, 40), Take(90_040, 44));
        Assert.False(_clock.IsFirst);
        Assert.Equal((110, 70), Take(90_110, 130));
    }

    [Fact]
    public void Frame_that_is_not_later_has_the_time_of_the_one_before_and_costs_none()
    {
        Take(0, 0);
        Take(40, 40);
        Assert.Equal((40, 0), Take(40, 80));
        Assert.Equal((40, 0), Take(40.01, 81));
        Assert.Equal((80, 40), Take(80, 120));
    }

    [Fact]
    public void Pause_is_told_as_long_as_it_was()
    {
        Take(0, 0);
        Assert.Equal((3000, 3000), Take(3000, 2990));
        Assert.Equal((3040, 40), Take(3040, 3200));
    }

    [Fact]
    public void Clock_that_is_set_forward_is_not_followed()
    {
        Take(0, 0);
        Take(40, 40);
        Assert.Equal((81, 41), Take(3_600_040, 81));
        Assert.Equal((121, 40), Take(3_600_080, 121));
    }

    [Fact]
    public void Clock_that_stands_still_is_replaced_by_the_gateways_until_it_goes_again()
    {
        Take(1000, 0);
        for (var i = 1; i <= 5; i++)
        {
            Assert.Equal((0, 0), Take(1000, 40 * i));
        }

        Assert.Equal((240, 240), Take(1000, 240));
        Assert.Equal((280, 40), Take(1000, 280));
        Assert.Equal((280, 0), Take(1000, 280));
        Assert.Equal((320, 40), Take(1040, 320));
        Assert.Equal((320, 0), Take(1040, 360));
    }

    [Fact]
    public void Whatever_the_stream_says_time_never_goes_back()
    {
        var random = new Random(3);
        var (said, heard, last) = (0.0, 0.0, TimeSpan.Zero);
        for (var i = 0; i < 10_000; i++)
        {
            said += random.Next(6) == 0 ? random.NextDouble() * 1e7 : random.NextDouble() * random.Next(80);
            heard += random.Next(60);
            Take(said, heard);
            Assert.True(_clock.Time >= last);
            last = _clock.Time;
        }
    }

    private (double Time, double Step) Take(double said, double heard)
    {
        var step = _clock.Take(TimeSpan.FromMilliseconds(said), TimeSpan.FromMilliseconds(heard));
        return (Math.Round(_clock.Time.TotalMilliseconds, 3), Math.Round(step.TotalMilliseconds, 1));
    }
}
