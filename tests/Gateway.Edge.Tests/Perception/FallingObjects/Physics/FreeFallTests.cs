using Gateway.Edge.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Physics;

public sealed class FreeFallTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.0004)]
    [InlineData(0.03)]
    [InlineData(0.67)]
    [InlineData(3.85)]
    [InlineData(40)]
    public void Heights_are_those_of_small_steps_through_air(double drag)
    {
        const double Acceleration = 9.80665;
        const double Step = 1e-5;
        var fall = new FreeFall(50, 0.4, Acceleration, drag, 0);
        var (height, speed, next) = (50.0, 0.0, 0.25);
        for (var i = 1; i <= 300_000; i++)
        {
            // Drag takes all of the acceleration at the terminal speed a / sqrt(b).
            var middle = speed + (Step / 2 * (Acceleration - (drag / Acceleration * speed * speed)));
            height -= middle * Step;
            speed += Step * (Acceleration - (drag / Acceleration * middle * middle));
            if (i * Step >= next)
            {
                Assert.Equal(height, fall.At(0.4 + (i * Step)), 1e-4);
                next += 0.25;
            }
        }

        Assert.Equal(3.25, next);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-7)]
    [InlineData(0.67)]
    [InlineData(40)]
    public void Speed_is_how_fast_the_height_changes(double drag)
    {
        var fall = new FreeFall(50, 0.4, 9.8, drag, 0);
        foreach (var seconds in (ReadOnlySpan<double>)[-0.5, 0.4, 0.5, 1.7, 4])
        {
            Assert.Equal((fall.At(seconds - 1e-5) - fall.At(seconds + 1e-5)) / 2e-5, fall.SpeedAt(seconds), 1e-3);
        }
    }

    [Fact]
    public void Without_air_it_is_a_parabola_that_rises_before_its_rest()
    {
        var fall = new FreeFall(20, 0.5, 9.8, 0, 0);

        Assert.Equal(20, fall.At(0.5), 9);
        Assert.Equal(20 - 4.9, fall.At(1.5), 9);
        Assert.Equal(fall.At(0.8), fall.At(0.2), 9);
    }

    [Fact]
    public void The_series_for_little_drag_meets_the_closed_form()
    {
        // At one second the drag itself decides which of both is taken.
        for (var drag = 0.0190; drag < 0.0210; drag += 0.0001)
        {
            var closed = 9.8 / drag * Math.Log(Math.Cosh(Math.Sqrt(drag)));
            Assert.Equal(closed, -new FreeFall(0, 0, 9.8, drag, 0).At(1), 1e-6);
        }
    }

    [Fact]
    public void Long_falls_through_much_air_end_at_the_terminal_speed()
    {
        var fall = new FreeFall(1000, 0, 9.8, 4, 0);

        Assert.Equal(9.8 / 2, fall.At(99) - fall.At(100), 1e-9);
        Assert.True(double.IsFinite(fall.At(1e6)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1.5)]
    public void What_comes_towards_the_camera_is_seen_on_the_plane_where_its_ray_meets_it(double outwards)
    {
        const double Distance = 25;
        var fall = new FreeFall(30, 0.2, 9.8, 0, outwards / Distance);
        for (var t = 0.2; t < 2; t += 0.1)
        {
            var nearer = Distance - (outwards * (t - 0.2));
            var up = 30 - (4.9 * (t - 0.2) * (t - 0.2));

            Assert.Equal(nearer / Distance, fall.NearnessAt(t), 9);
            Assert.Equal(up * Distance / nearer, fall.At(t), 9);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-7)]
    [InlineData(0.03)]
    [InlineData(2)]
    public void Drag_takes_from_the_speed_along_what_it_takes_from_the_fall(double drag)
    {
        const double Acceleration = 9.8;
        const double Step = 1e-4;
        var fall = new FreeFall(50, 0.4, Acceleration, drag, 0);
        var (speed, along, way) = (0.0, 1.0, 0.0);
        for (var i = 1; i <= 30_000; i++)
        {
            var (down, on) = (speed + (Step / 2 * (Acceleration - (drag / Acceleration * speed * speed))), along - (Step / 2 * drag / Acceleration * speed * along));
            way += on * Step;
            speed += Step * (Acceleration - (drag / Acceleration * down * down));
            along -= Step * drag / Acceleration * down * on;
            Assert.True(i % 1000 != 0 || Math.Abs(fall.GlideAt(0.4 + (i * Step)) - way) < 1e-3);
        }

        Assert.Equal(-fall.GlideAt(1.4), fall.GlideAt(-0.6), 9);
        Assert.Equal(0, fall.GlideAt(0.4));
    }

    [Fact]
    public void Nothing_comes_through_the_lens()
    {
        var fall = new FreeFall(30, 0, 9.8, 0, 1);

        Assert.Equal(0.2, fall.NearnessAt(0.9), 9);
        Assert.Equal(0.2, fall.NearnessAt(50), 9);
        Assert.True(double.IsFinite(fall.At(1)));
    }
}
