using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Physics;

public sealed class SteadyMotionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    [InlineData(-0.35)]
    public void What_moves_steadily_before_a_camera_lies_on_its_curve(double perspective)
    {
        var points = Points(40, t => (100 + (120 * t)) / (1 - (perspective * t)));

        Assert.InRange(SteadyMotion.Residual(points), 0, 1e-4);
    }

    [Fact]
    public void A_vehicle_on_a_road_lies_on_its_curve()
    {
        // Down a road towards a camera 6 m above it: depth shrinks steadily, the row grows ever faster.
        Assert.InRange(SteadyMotion.Residual(Points(50, t => 100 + (6 * 700 / (60 - (20 * t))))), 0, 1e-4);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    public void A_fall_lies_off_it(double from)
    {
        var points = PinholeCamera.Usual.Fall(from);

        Assert.True(SteadyMotion.Residual(points) > 1, $"{SteadyMotion.Residual(points)}");
    }

    [Fact]
    public void What_stands_still_says_nothing() => Assert.Equal(0, SteadyMotion.Residual(Points(1, _ => 100)));

    private static List<FallPoint> Points(int frames, Func<double, double> row) =>
        [.. Enumerable.Range(0, frames).Select(frame => new FallPoint(frame, TimeSpan.FromSeconds(frame / 25.0), 300, row(frame / 25.0), 6, 6))];
}
