using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Physics;

public sealed class FitSampleTests
{
    private static readonly Projection s_projection = Projection.Of(PinholeCamera.Usual.Calibration, 1280, 720);

    [Fact]
    public void A_point_becomes_a_place_on_the_facade_above_the_lens()
    {
        var (x, y) = PinholeCamera.Usual.See(along: -4, up: 21);

        var sample = FitSample.Of(new FallPoint(7, TimeSpan.FromSeconds(9.5), x, y, 6, 6), TimeSpan.FromSeconds(9), s_projection, 1, (6, 6));

        Assert.Equal((0.5, 18), (sample.Seconds, Math.Round(sample.Height, 6)));
        Assert.Equal(-4, sample.Along, 1e-6);
    }

    [Fact]
    public void Its_uncertainty_is_as_long_on_the_facade_as_it_is_in_the_picture()
    {
        var (x, y) = PinholeCamera.Usual.See(along: 2, up: 30);
        var sample = FitSample.Of(new FallPoint(0, TimeSpan.Zero, x, y, 6, 6), TimeSpan.Zero, s_projection, 1, (6, 6));

        Assert.Equal(sample.Pixels, Math.Abs(PinholeCamera.Usual.See(2, 30 + sample.Unit).Y - y), 0.02);
        Assert.Equal(sample.Pixels, Math.Abs(PinholeCamera.Usual.See(2 + sample.UnitAlong, 30).X - x), 0.02);
    }

    [Fact]
    public void Streaks_and_things_seen_in_part_are_less_certain()
    {
        var (whole, streak, part) = (Pixels(6), Pixels(30), Pixels(2));

        Assert.InRange(whole, 0.5, 2);
        Assert.True(streak > 2 * whole);
        Assert.True(part > whole);
        Assert.Equal(2 * whole, FitSample.PixelsOf(Point(12), 2, (12, 12)), 9);

        static double Pixels(double height) => FitSample.PixelsOf(Point(height), 1, (6, 6));
        static FallPoint Point(double height) => new(0, TimeSpan.Zero, 10, 10, 6, height);
    }
}
