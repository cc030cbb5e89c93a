using System.Runtime.InteropServices;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Physics;

public sealed class OriginFinderTests
{
    private static readonly PinholeCamera s_camera = PinholeCamera.Usual;

    [Theory]
    [InlineData(4)]
    [InlineData(9)]
    [InlineData(13)]
    public void A_hand_above_its_floor_tells_the_floor(int floor)
    {
        var origin = Find(s_camera.Fall(from: ((floor - 1) * 3) + 1.25, before: 0.3, noise: 0.2));

        Assert.Equal(floor, origin.Floor);
        Assert.Equal(((floor - 1) * 3) + 1.25, origin.Height, 1.0);
        Assert.InRange(origin.LowestFloor, floor - 2, floor);
        Assert.InRange(origin.HighestFloor, floor, floor + 2);
        Assert.InRange(origin.HeightUncertainty, 0.05, 3);
        Assert.Equal(0.25, origin.Size);
        Assert.Null(origin.Column);
    }

    [Fact]
    public void A_thing_before_the_facade_is_not_taken_for_a_higher_one()
    {
        var (plane, before) = (Find(s_camera.Fall(from: 28)), Find(s_camera.Fall(from: 28, before: 1.5)));
        var seenTooHighBy = 25 * ((30 / 28.5) - 1);

        Assert.Equal(28, plane.Height, 0.7);
        Assert.Equal(28, before.Height, 0.8 * seenTooHighBy);
        Assert.True(before.Height - plane.Height < 0.8 * seenTooHighBy);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.5, false)]
    [InlineData(2.5, true)]
    [InlineData(-4, true)]
    public void What_flies_along_the_facade_was_thrown(double alongSpeed, bool isThrown)
    {
        var origin = Find(s_camera.Fall(from: 28, alongSpeed: alongSpeed, noise: 0.2));

        Assert.Equal(isThrown, origin.Thrown);
        Assert.Equal(alongSpeed, origin.HorizontalSpeed, 0.3);
        Assert.Equal(s_camera.See(0, 28).X / 1280, origin.X, 0.01);
    }

    [Theory]
    [InlineData(-9)]
    [InlineData(0.8)]
    [InlineData(7)]
    public void Columns_of_windows_are_counted_in_the_region(double along)
    {
        // Ten columns of two metres from -10 to 10 along the facade, converging as the camera sees them.
        var (upper, lower) = (s_camera.See(10, 48), s_camera.See(10, 6));
        var region = new ImagePolygon([
            new(1 - (upper.X / 1280), upper.Y / 720), new(upper.X / 1280, upper.Y / 720), new(lower.X / 1280, lower.Y / 720), new(1 - (lower.X / 1280), lower.Y / 720)]);
        var expected = (int)Math.Floor((along + 10) / 2) + 1;

        var origin = Find(s_camera.Fall(from: 28, along: along), s_camera.View with { Region = region, Columns = 10 });

        Assert.Equal(expected, origin.Column);
        Assert.InRange(origin.LeftColumn!.Value, expected - 1, expected);
        Assert.InRange(origin.RightColumn!.Value, expected, expected + 1);
        Assert.Null(Find(s_camera.Fall(from: 28), s_camera.View with { Region = region }).Column);
    }

    [Fact]
    public void Above_the_highest_floor_is_the_roof_and_nothing_is_below_the_ground()
    {
        var low = new PinholeCamera(s_camera.Placement) { Building = new(9, 3) };

        Assert.Equal((10, 10), (Find(low.Fall(from: 28.2), low.View).Floor, Find(low.Fall(from: 36), low.View).HighestFloor));

        var path = Fit(s_camera.Fall(from: 28));
        var deep = path with { Solution = path.Solution with { Fall = path.Solution.Fall with { Height = -20 } } };
        Assert.Equal(1, OriginFinder.Find(s_camera.View, s_camera.Calibration, deep, 0.3).LowestFloor);
    }

    [Fact]
    public void Less_certain_paths_tell_more_floors()
    {
        var path = Fit(s_camera.Fall(from: 28));
        var vague = path with { Solution = path.Solution with { HeightError = 4 } };

        var (sure, unsure) = (OriginFinder.Find(s_camera.View, s_camera.Calibration, path, 0.3), OriginFinder.Find(s_camera.View, s_camera.Calibration, vague, 0.3));

        Assert.Equal(sure.Floor, unsure.Floor);
        Assert.InRange(unsure.HeightUncertainty, 4, 6);
        Assert.True(unsure.HighestFloor - unsure.LowestFloor >= 4);
        Assert.True(sure.HighestFloor - sure.LowestFloor < unsure.HighestFloor - unsure.LowestFloor);
    }

    private static FallOrigin Find(List<FallPoint> points, FallView? view = null) =>
        OriginFinder.Find(view ?? s_camera.View, (view ?? s_camera.View).Calibration!, Fit(points), size: 0.25);

    private static FallPath Fit(List<FallPoint> points) =>
        new PathFitter(1).Fit(CollectionsMarshal.AsSpan(points), Projection.Of(s_camera.Calibration, 1280, 720), FallPriors.Metres(30))!;
}
