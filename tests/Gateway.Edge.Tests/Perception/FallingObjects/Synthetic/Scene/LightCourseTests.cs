using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Scene;

public class LightCourseTests
{
    [Fact]
    public void Drift_is_slow_and_small()
    {
        var light = new LightCourse(0.05, 0, 3);
        var gains = Enumerable.Range(0, 1500).Select(i => light.GainAt(i * 0.04)).ToArray();
        Assert.InRange(gains.Max() - gains.Min(), 0.02, 0.1 * LightCourse.Plain);
        Assert.All(gains.Zip(gains.Skip(1)), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 0.002));
    }

    [Fact]
    public void A_camera_that_exposes_anew_changes_the_whole_picture_within_a_quarter_of_a_second()
    {
        var light = new LightCourse(0, 0.4, 3);
        var gains = Enumerable.Range(0, 1500).Select(i => light.GainAt(i * 0.04)).ToArray();
        Assert.InRange(gains.Max() - gains.Min(), 0.1, 0.4);
        Assert.Contains(gains.Zip(gains.Skip(7)), pair => Math.Abs(pair.First - pair.Second) > 0.05);
        Assert.True(gains.Zip(gains.Skip(1)).Count(pair => pair.First == pair.Second) > 1200);
    }

    [Fact]
    public void Steady_light_is_steady() => Assert.Equal(LightCourse.Steady.GainAt(0), LightCourse.Steady.GainAt(100));
}
