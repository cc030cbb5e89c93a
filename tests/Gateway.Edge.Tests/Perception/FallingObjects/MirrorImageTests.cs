using System.Runtime.InteropServices;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Physics;
using Gateway.Edge.Perception.FallingObjects.Tracking;
using Gateway.Edge.Tests.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Tests.Perception.FallingObjects;

public sealed class MirrorImageTests
{
    private static readonly PinholeCamera s_camera = PinholeCamera.Usual;
    private static readonly FallView s_view = s_camera.View;

    [Theory]
    [InlineData(1.2, 0, 0)]
    [InlineData(1, 0, 3)]
    [InlineData(0.7, 2, -2.5)]
    public void Image_of_what_is_dropped_or_thrown_in_a_straight_or_slanting_pane_is_one(double before, double outwards, double aside)
    {
        var thing = Of(s_camera.Fall(from: 40, along: 2, alongSpeed: 0.5, before: before, outwards: outwards));
        var image = Of(s_camera.Fall(from: 40, along: 2 + aside, alongSpeed: 0.5, before: -before, outwards: -outwards));

        Assert.True(MirrorImage.Shows(thing, image, s_view), $"at rest at {thing.Rest} and {image.Rest}");
        Assert.True(MirrorImage.Shows(image, thing, s_view));
    }

    [Fact]
    public void Things_side_by_side_at_one_height_are_no_images() =>
        Assert.False(MirrorImage.Shows(Of(s_camera.Fall(from: 40, along: 2)), Of(s_camera.Fall(from: 40, along: 4)), s_view));

    [Fact]
    public void Things_that_move_apart_along_the_facade_are_no_images() =>
        Assert.False(MirrorImage.Shows(
            Of(s_camera.Fall(from: 40, along: 2, alongSpeed: -1, before: 1)), Of(s_camera.Fall(from: 40, along: 2, alongSpeed: 1, before: -1)), s_view));

    [Fact]
    public void What_leaves_another_floor_half_a_second_later_is_no_image() =>
        Assert.False(MirrorImage.Shows(Of(s_camera.Fall(from: 40)), Of(Later(s_camera.Fall(from: 40), 0.5)), s_view));

    [Fact]
    public void What_is_seen_together_for_a_moment_only_is_no_image()
    {
        var thing = s_camera.Fall(from: 40, before: 1);
        var image = s_camera.Fall(from: 40, before: -1);

        Assert.False(MirrorImage.Shows(Of([.. thing.Take(24)]), Of([.. image.Skip(20)]), s_view));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_still_followed_may_be_the_thing_of_an_image_that_has_ended(bool calibrated)
    {
        var view = calibrated ? s_view : s_view with { Calibration = null };
        var image = Of([.. s_camera.Fall(from: 40, before: -1).Take(30)]);

        Assert.True(MirrorImage.MayShow(image, Followed(s_camera.Fall(from: 40, before: 1)), view));
        Assert.True(MirrorImage.MayShow(Of([.. s_camera.Fall(from: 40, before: 1).Take(30)]), Followed(s_camera.Fall(from: 40, before: -1)), view));
        Assert.False(MirrorImage.MayShow(image, Followed(s_camera.Fall(from: 40, along: 14)), view));
        Assert.False(MirrorImage.MayShow(image, Followed(Later(s_camera.Fall(from: 40, before: 1), 1.1)), view));
    }

    [Fact]
    public void What_begins_after_a_fall_has_ended_is_not_waited_for()
    {
        var fall = s_camera.Fall(from: 40, before: -1);

        Assert.False(MirrorImage.MayShow(Of([.. fall.Take(20)]), Followed([.. fall.Skip(21)]), s_view));
        Assert.False(MirrorImage.MayShow(Of([.. fall.Skip(21)]), Followed([.. fall.Take(20)]), s_view));
    }

    private static List<FallPoint> Later(List<FallPoint> fall, double seconds) =>
        [.. fall.Select(point => point with { Frame = point.Frame + (long)(seconds * 25), Time = point.Time + TimeSpan.FromSeconds(seconds) })];

    private static Track Followed(List<FallPoint> points)
    {
        var track = new Track();
        track.Begin(points[0], 36, -40);
        points.Skip(1).ToList().ForEach(point => track.Add(point, 36, -40));
        return track;
    }

    private static Candidate Of(List<FallPoint> points)
    {
        var path = new PathFitter(1).Fit(CollectionsMarshal.AsSpan(points), Projection.Of(s_camera.Calibration, 1280, 720), FallPriors.Metres(30))!;
        var fit = new FallFit(path.Solution.Residual, path.Solution.Fall.Acceleration, path.Solution.AccelerationError, null, points[^1].Y - points[0].Y);
        return new Candidate(new Fall(points, 0.9, fit, null, []), path, TimeSpan.Zero);
    }
}
