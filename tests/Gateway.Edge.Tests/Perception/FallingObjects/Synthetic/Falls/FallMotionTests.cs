using Gateway.Edge.Perception.FallingObjects.Synthetic.Falls;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Falls;

public class FallMotionTests
{
    private const double G = FallMotion.Gravity;

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.5)]
    [InlineData(3.0)]
    public void Without_air_a_fall_follows_the_parabola(double t)
    {
        var motion = new FallMotion((1, 60, 0.5), (2, 1.2, 0.8), double.PositiveInfinity);
        var (x, y, offset) = motion.At(t);
        Assert.Equal(1 + (2 * t), x, 1e-5);
        Assert.Equal(60 + (1.2 * t) - (G * t * t / 2), y, 1e-4);
        Assert.Equal(0.5 + (0.8 * t), offset, 1e-5);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(20)]
    [InlineData(60)]
    public void In_air_a_dropped_thing_follows_the_hyperbolic_cosine(double terminal)
    {
        var motion = new FallMotion((0, 90, 0.5), (0, 0, 0), terminal);
        for (var t = 0.25; t < motion.Lands; t += 0.5)
        {
            // v = w tanh(g t / w) solves v' = g (1 - v2 / w2); its integral is this.
            var fallen = terminal * terminal / G * Math.Log(Math.Cosh(G * t / terminal));
            Assert.Equal(90 - fallen, motion.At(t).Y, 1e-3);
        }
    }

    [Fact]
    public void A_thrown_thing_agrees_with_a_fine_integration_by_the_simplest_rule()
    {
        const double Fine = 1e-5;
        const double Terminal = 12;
        var (x, y, o, vx, vy, vo) = (0.0, 40.0, 0.4, 5.0, 1.0, 3.0);
        for (var i = 0; i < 200_000; i++)
        {
            var drag = G * Math.Sqrt((vx * vx) + (vy * vy) + (vo * vo)) / (Terminal * Terminal);
            (x, y, o) = (x + (vx * Fine), y + (vy * Fine), o + (vo * Fine));
            (vx, vy, vo) = (vx - (drag * vx * Fine), vy - ((G + (drag * vy)) * Fine), vo - (drag * vo * Fine));
        }

        var at = new FallMotion((0, 40, 0.4), (5, 1, 3), Terminal).At(2);
        Assert.Equal(x, at.X, 1e-3);
        Assert.Equal(y, at.Y, 1e-3);
        Assert.Equal(o, at.Offset, 1e-3);
    }

    [Fact]
    public void What_is_light_ends_at_its_terminal_speed()
    {
        var motion = new FallMotion((0, 80, 0.5), (0, 0, 0), 8);
        Assert.Equal(8, (motion.At(7).Y - motion.At(8).Y) / 1, 0.01);
    }

    [Fact]
    public void It_lands_on_the_ground_and_stays_there()
    {
        var motion = new FallMotion((0, 19.6133, 0.5), (0, 0, 0), double.PositiveInfinity);
        Assert.Equal(2.0, motion.Lands, 0.01);
        Assert.Equal(0, motion.At(motion.Lands).Y, 0.1);
        Assert.Equal(motion.At(motion.Lands), motion.At(99));
        Assert.Equal((0, 19.6133, 0.5), motion.At(-1));
    }
}
