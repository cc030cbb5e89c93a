using System.Runtime.InteropServices;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Physics;
using Gateway.Edge.Tests.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Tests.Perception.FallingObjects;

public sealed class SameFallTests
{
    private static readonly PinholeCamera s_camera = PinholeCamera.Usual;
    private static readonly FallView s_view = s_camera.View;

    [Fact]
    public void Two_tracks_of_the_same_pixels_are_one_thing()
    {
        var fall = s_camera.Fall(from: 40);

        AssertSame(true, Of(fall), Of(fall));
        AssertSame(true, Of(fall), Of([.. fall.Where((_, i) => i is > 5 and < 30)]));
    }

    [Fact]
    public void Two_parts_of_a_thing_that_fall_together_are_one_thing() =>
        AssertSame(true, Of(s_camera.Fall(from: 40, along: 2)), Of(s_camera.Fall(from: 40.3, along: 2.2)));

    [Fact]
    public void Where_a_track_breaks_off_the_next_goes_on()
    {
        var fall = s_camera.Fall(from: 40, alongSpeed: 1);

        AssertSame(true, Of([.. fall.Take(18)]), Of([.. fall.Skip(26)]));
    }

    [Fact]
    public void What_falls_later_from_the_same_window_is_another_thing()
    {
        var fall = s_camera.Fall(from: 40);

        AssertSame(false, Of(fall), Of(Later(fall, 3)));
        AssertSame(false, Of(fall), Of(Later(fall, 1)));
    }

    [Fact]
    public void What_falls_elsewhere_at_another_time_is_another_thing() =>
        AssertSame(false, Of(s_camera.Fall(from: 40, along: -6)), Of(Later(s_camera.Fall(from: 40, along: 6), 0.8)));

    [Fact]
    public void Things_far_apart_that_fall_at_once_are_two()
    {
        AssertSame(false, Of(s_camera.Fall(from: 44, along: -12)), Of(s_camera.Fall(from: 44, along: 12)));
        AssertSame(false, Of(s_camera.Fall(from: 44)), Of(s_camera.Fall(from: 16)));
    }

    [Fact]
    public void Things_that_cross_in_the_picture_are_two()
    {
        // Thrown from two windows side by side, half a second and more apart; one passes where the other is for a moment.
        var first = s_camera.Fall(from: 40, along: -5, alongSpeed: 5);
        var other = Later(s_camera.Fall(from: 30, along: 5, alongSpeed: -5), 0.8);
        var meets = first.Min(a => other.Where(b => b.Frame == a.Frame).Select(b => double.Hypot(a.X - b.X, a.Y - b.Y)).DefaultIfEmpty(9999).Min());
        Assert.InRange(meets, 0, 120);

        AssertSame(false, Of(first), Of(other));
    }

    [Fact]
    public void A_mirror_image_in_the_glass_is_the_same_and_the_higher_one_is_the_thing()
    {
        var thing = Of(s_camera.Fall(from: 40, along: 2, before: 1.2));
        var image = Of(s_camera.Fall(from: 40, along: 2, before: -1.2));

        AssertSame(true, thing, image);
        Assert.True(SameFall.IsImage(image, thing, s_view));
        Assert.False(SameFall.IsImage(thing, image, s_view));
        Assert.False(SameFall.IsImage(thing, thing, s_view));
    }

    [Fact]
    public void Parts_of_a_thing_are_not_its_image()
    {
        var (thing, part) = (Of(s_camera.Fall(from: 40, along: 2)), Of(s_camera.Fall(from: 39.8, along: 2)));

        AssertSame(true, thing, part);
        Assert.False(SameFall.IsImage(part, thing, s_view));
    }

    [Fact]
    public void A_candidate_knows_when_it_was_at_rest_and_what_it_is_worth()
    {
        var candidate = Of(s_camera.Fall(from: 40));

        Assert.Equal(1, candidate.Rest.TotalSeconds, 0.1);
        Assert.Equal(0.9 * candidate.Fall.Track.Count, candidate.Worth, 9);
    }

    private static void AssertSame(bool expected, Candidate a, Candidate b)
    {
        Assert.Equal(expected, SameFall.IsSame(a, b, s_view));
        Assert.Equal(expected, SameFall.IsSame(b, a, s_view));
    }

    private static List<FallPoint> Later(List<FallPoint> fall, double seconds) =>
        [.. fall.Select(point => point with { Frame = point.Frame + (long)(seconds * 25), Time = point.Time + TimeSpan.FromSeconds(seconds) })];

    private static Candidate Of(List<FallPoint> points)
    {
        var path = new PathFitter(1).Fit(CollectionsMarshal.AsSpan(points), Projection.Of(s_camera.Calibration, 1280, 720), FallPriors.Metres(30))!;
        var fit = new FallFit(path.Solution.Residual, path.Solution.Fall.Acceleration, path.Solution.AccelerationError, null, points[^1].Y - points[0].Y);
        return new Candidate(new Fall(points, 0.9, fit, null, []), path, TimeSpan.Zero);
    }
}
