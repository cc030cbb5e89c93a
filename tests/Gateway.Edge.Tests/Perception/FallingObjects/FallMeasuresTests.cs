using System.Runtime.InteropServices;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Physics;
using Gateway.Edge.Tests.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Tests.Perception.FallingObjects;

public sealed class FallMeasuresTests
{
    private static readonly PinholeCamera s_camera = PinholeCamera.Usual;

    [Fact]
    public void A_track_is_measured_in_metres()
    {
        var points = s_camera.Fall(from: 31, alongSpeed: -2);
        var measures = FallMeasures.Of(points, Fit(points), metres: 1);

        Assert.Equal(points.Count, measures.Points);
        Assert.Equal(points[^1].Time - points[0].Time, TimeSpan.FromSeconds(measures.Seconds));
        Assert.Equal((1, 6), (measures.Coverage, measures.Height));
        Assert.Equal(points[^1].Y - points[0].Y, measures.Drop, 9);
        Assert.Equal(PinholeCamera.Gravity / 2 * measures.Seconds * measures.Seconds, measures.Metres, 0.05);
        Assert.Equal(2 * measures.Seconds, measures.AlongMetres, 0.3);
        Assert.True(measures.Significance > 20);
    }

    [Fact]
    public void Frames_in_which_it_was_not_seen_lessen_the_coverage()
    {
        var points = s_camera.Fall(from: 31);
        var frames = points.Count;
        points.RemoveAll(point => point.Frame % 3 == 0 && point.Frame != points[0].Frame);

        Assert.Equal(points.Count / (double)(points[^1].Frame - points[0].Frame + 1), FallMeasures.Of(points, Fit(points), 1).Coverage, 9);
        Assert.True(points.Count < frames);
    }

    [Fact]
    public void Its_size_leaves_out_the_streak()
    {
        var points = s_camera.Fall(from: 31).Select(point => point with { Width = 8, Height = 30 }).ToList();
        points[3] = points[3] with { Width = 90, Height = 90 };

        var measures = FallMeasures.Of(points, Fit(points), metres: 1);

        var middle = (points[0].Y + points[^1].Y) / 2;
        Assert.Equal(8 * Projection.Of(s_camera.Calibration, 1280, 720).AcrossAt(middle), measures.Size, 1e-6);
        Assert.Equal(30, measures.Height);
    }

    [Fact]
    public void Lengths_scale_with_what_a_length_is_worth()
    {
        var points = s_camera.Fall(from: 31, alongSpeed: 2);
        var (one, two) = (FallMeasures.Of(points, Fit(points), 1), FallMeasures.Of(points, Fit(points), 2));

        Assert.Equal((2 * one.Metres, 2 * one.AlongMetres, 2 * one.Size), (two.Metres, two.AlongMetres, two.Size));
        Assert.Equal(one.Drop, two.Drop);
    }

    private static FallPath Fit(List<FallPoint> points) =>
        new PathFitter(1).Fit(CollectionsMarshal.AsSpan(points), Projection.Of(s_camera.Calibration, 1280, 720), FallPriors.Measuring(30))!;
}
