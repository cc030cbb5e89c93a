using System.Runtime.InteropServices;
using Gateway.Edge.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Physics;

public sealed class PathFitterTests
{
    private static readonly PinholeCamera s_camera = PinholeCamera.Usual;
    private static readonly Projection s_projection = Projection.Of(s_camera.Calibration, 1280, 720);
    private static readonly FallPriors s_free = FallPriors.Measuring(30);

    private readonly PathFitter _fitter = new(scale: 1);

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(-6)]
    public void A_fall_before_a_camera_is_found_down_and_along(double alongSpeed)
    {
        var points = s_camera.Fall(from: 31, along: 1, alongSpeed: alongSpeed, noise: 0.3);

        var path = _fitter.Fit(CollectionsMarshal.AsSpan(points), s_projection, s_free)!;

        Assert.Equal(TimeSpan.FromSeconds(1), path.Start);
        Assert.Equal(28, path.Solution.Fall.Height, 0.3);
        Assert.Equal(PinholeCamera.Gravity, path.Solution.Fall.Acceleration, 0.5);
        Assert.Equal(1, path.Along, 0.3);
        Assert.Equal(alongSpeed, path.AlongSpeed, 0.4);
        Assert.InRange(path.AlongResidual, 0.05, 0.8);
        Assert.InRange(_fitter.Misfit(CollectionsMarshal.AsSpan(points), path), 0, 1);
    }

    [Fact]
    public void A_path_tells_where_it_is_seen_at_any_time()
    {
        var points = s_camera.Fall(from: 31, along: -3, alongSpeed: 2, outwards: 1.5);

        var path = _fitter.Fit(CollectionsMarshal.AsSpan(points), s_projection, FallPriors.Metres(30))!;

        foreach (var point in points)
        {
            var (x, y) = path.At(point.Time);
            Assert.Equal(point.X, x, 1.0);
            Assert.Equal(point.Y, y, 1.0);
        }
    }

    [Fact]
    public void Points_far_off_are_dropped_a_fifth_of_them_at_most()
    {
        var points = s_camera.Fall(from: 31);
        var path = _fitter.Fit(CollectionsMarshal.AsSpan(points), s_projection, s_free)!;
        var clean = points.ToList();
        foreach (var i in new[] { 4, 11, 20 })
        {
            points[i] = points[i] with { X = points[i].X + 20 };
        }

        Assert.True(_fitter.DropOutliers(points, path, fewest: 7));
        Assert.Equal(clean.Where((_, i) => i is not (4 or 11 or 20)), points);
        Assert.False(_fitter.DropOutliers(points, path, fewest: 7));

        var wild = clean.Select(point => point with { Y = point.Y + 50 }).ToList();
        Assert.True(_fitter.DropOutliers(wild, path, fewest: 7));
        Assert.Equal(clean.Count - (clean.Count / 5), wild.Count);

        var few = clean.Take(10).Select(point => point with { Y = point.Y + 50 }).ToList();
        Assert.True(_fitter.DropOutliers(few, path, fewest: 9));
        Assert.Equal(9, few.Count);
    }

    [Fact]
    public void Misfit_counts_in_the_uncertainty_of_the_points()
    {
        var points = s_camera.Fall(from: 31);
        var path = _fitter.Fit(CollectionsMarshal.AsSpan(points), s_projection, s_free)!;
        var off = points.Select(point => point with { X = point.X + (3 * FitSample.PixelsOf(point, 1, (6, 6))) }).ToArray();

        Assert.Equal(3, _fitter.Misfit(off, path), 0.1);
    }

    [Fact]
    public void Tracks_of_any_length_are_taken_and_what_is_no_fall_has_no_path()
    {
        var slow = s_camera.Fall(from: 31, framesPerSecond: 400, frames: 900);

        Assert.True(slow.Count > 600);
        Assert.NotNull(_fitter.Fit(CollectionsMarshal.AsSpan(slow), s_projection, s_free));
        Assert.Null(_fitter.Fit(CollectionsMarshal.AsSpan(slow)[..4], s_projection, s_free));
        var rising = slow.Select(point => point with { Y = 719 - point.Y }).ToArray();
        Assert.Null(_fitter.Fit(rising, s_projection, s_free));
    }
}
