using Gateway.Edge.Perception.FallingObjects.Synthetic;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Scene;

public class FrameClockTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    [Fact]
    public void An_even_clock_keeps_its_rate()
    {
        var clock = new FrameClock(new SeededRandom(1), 25, TimeSpan.FromSeconds(4), even: true);
        Assert.Equal(100, clock.Count);
        for (var i = 0; i < clock.Count; i++)
        {
            Assert.Equal(i * 0.04, clock.TimeOf(i).TotalSeconds, 0.0011);
            Assert.Equal(i, clock.SourceOf(i));
        }
    }

    [Fact]
    public void Times_never_go_back_and_stand_still_only_for_a_frame_that_is_sent_twice()
    {
        foreach (var clock in Clocks())
        {
            for (var i = 1; i < clock.Count; i++)
            {
                var step = clock.TimeOf(i) - clock.TimeOf(i - 1);
                Assert.True(step >= TimeSpan.Zero);
                Assert.True(step > TimeSpan.Zero || clock.SourceOf(i) != i);
                Assert.InRange(step.TotalSeconds * clock.FramesPerSecond, 0, 2.3);
            }
        }
    }

    [Fact]
    public void Some_streams_are_uneven_repeat_frames_or_lose_them_and_some_do_not()
    {
        var clocks = Clocks().ToList();
        var repeating = clocks.Count(clock => Enumerable.Range(0, clock.Count).Any(i => clock.SourceOf(i) != i));
        var losing = clocks.Count(clock => Steps(clock).Any(step => step > 1.7));
        var even = clocks.Count(clock => Steps(clock).All(step => Math.Abs(step - 1) < 0.04));
        Assert.InRange(repeating, 5, 25);
        Assert.InRange(losing, 4, 25);
        Assert.InRange(even, 3, 30);
    }

    [Fact]
    public void A_repeated_frame_shows_an_earlier_one()
    {
        foreach (var clock in Clocks())
        {
            for (var i = 0; i < clock.Count; i++)
            {
                var source = clock.SourceOf(i);
                Assert.InRange(source, 0, i);
                Assert.Equal(source, clock.SourceOf(source));
            }
        }
    }

    private static IEnumerable<double> Steps(FrameClock clock) =>
        Enumerable.Range(1, clock.Count - 1).Select(i => (clock.TimeOf(i) - clock.TimeOf(i - 1)).TotalSeconds * clock.FramesPerSecond);

    private static IEnumerable<FrameClock> Clocks() => Enumerable.Range(1, 40).Select(seed => new FrameClock(new SeededRandom((ulong)seed), 20, Long, even: false));
}
