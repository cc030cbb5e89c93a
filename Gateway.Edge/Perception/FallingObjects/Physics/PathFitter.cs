using System.Runtime.InteropServices;

namespace Gateway.Edge.Perception.FallingObjects.Physics;

/// <summary>Fits falls to tracks. Not thread-safe: its working memory is its own.</summary>
/// <param name="scale">Rows of the picture / 720.</param>
internal sealed class PathFitter(double scale)
{
    /// <summary>Times its own uncertainty that a point lies off.</summary>
    private const double Outlier = 5;

    /// <summary>Sides of a thing that are greater than those of so many of its points are the thing's own, where it may be seen in parts.</summary>
    private const double MostPoints = 0.8;

    /// <summary>Whether a point that is smaller than others may be a part of the thing: nothing else moves around it.</summary>
    public bool MayPart { get; set; }

    private FitSample[] _samples = new FitSample[128];
    private double[] _sides = new double[128];

    /// <summary>The fall that fits best before a camera that is known, or guessed to be so; null where none does.</summary>
    public FallPath? Fit(ReadOnlySpan<FallPoint> points, in Projection projection, in FallPriors priors)
    {
        var samples = SamplesOf(points, projection);
        if (FallSolver.Solve(samples, priors) is not { } solution)
        {
            return null;
        }

        Span<double> normal = stackalloc double[2 * 3];
        normal.Clear();
        foreach (ref readonly var sample in samples)
        {
            var near = solution.Fall.NearnessAt(sample.Seconds);
            LinearSystem.Add(normal, [1, solution.Fall.GlideAt(sample.Seconds)], sample.Along * near, 1 / (sample.UnitAlong * sample.UnitAlong * near * near));
        }

        Span<double> line = stackalloc double[2];
        if (!LinearSystem.Solve(normal, 0, line))
        {
            return null;
        }

        var pixels = 0.0;
        for (var i = 0; i < samples.Length; i++)
        {
            var at = (line[0] + (line[1] * solution.Fall.GlideAt(samples[i].Seconds))) / solution.Fall.NearnessAt(samples[i].Seconds);
            pixels += Math.Pow((samples[i].Along - at) / projection.AcrossAt(points[i].Y), 2);
        }

        return new FallPath(points[0].Time, projection, solution, line[0], line[1], Math.Sqrt(pixels / samples.Length));
    }

    /// <summary>How far the points of a part of a track lie off a path, root mean square in their own uncertainties.</summary>
    public double Misfit(ReadOnlySpan<FallPoint> points, FallPath path)
    {
        var (sum, usual) = (0.0, UsualOf(points));
        foreach (ref readonly var point in points)
        {
            sum += Math.Pow(OffOf(point, path, usual), 2);
        }

        return Math.Sqrt(sum / points.Length);
    }

    /// <summary>Takes out the points that lie far off the path, a fifth of them at most; true where there were any.</summary>
    public bool DropOutliers(List<FallPoint> points, FallPath path, int fewest)
    {
        var (usual, most) = (UsualOf(CollectionsMarshal.AsSpan(points)), Math.Min(points.Count / 5, points.Count - fewest));
        var before = points.Count;
        for (var i = points.Count - 1; i >= 0 && before - points.Count < most; i--)
        {
            if (OffOf(points[i], path, usual) > Outlier)
            {
                points.RemoveAt(i);
            }
        }

        return points.Count < before;
    }

    /// <summary>Root mean square of how uncertain points are because only parts were seen, pixels.</summary>
    public double Hidden(ReadOnlySpan<FallPoint> points)
    {
        var (sum, usual) = (0.0, UsualOf(points));
        foreach (ref readonly var point in points)
        {
            sum += Math.Pow(FitSample.HiddenOf(point.Width, point.Height, usual), 2);
        }

        return Math.Sqrt(sum / points.Length);
    }

    private double OffOf(in FallPoint point, FallPath path, (double Width, double Height) usual)
    {
        var (x, y) = path.At(point.Time);
        return double.Hypot(x - point.X, y - point.Y) / FitSample.PixelsOf(point, scale, usual);
    }

    /// <summary>The sides of the thing: the median, or greater where points may be parts.</summary>
    private (double Width, double Height) UsualOf(ReadOnlySpan<FallPoint> points)
    {
        if (_sides.Length < points.Length)
        {
            _sides = new double[points.Length * 2];
        }

        var sides = _sides.AsSpan(0, points.Length);
        for (var i = 0; i < points.Length; i++)
        {
            sides[i] = points[i].Width;
        }

        var at = (int)(sides.Length * (MayPart ? MostPoints : 0.5));
        sides.Sort();
        var width = sides[at];
        for (var i = 0; i < points.Length; i++)
        {
            sides[i] = points[i].Height;
        }

        sides.Sort();
        return (width, sides[at]);
    }

    private ReadOnlySpan<FitSample> SamplesOf(ReadOnlySpan<FallPoint> points, in Projection projection)
    {
        if (_samples.Length < points.Length)
        {
            _samples = new FitSample[points.Length * 2];
        }

        var usual = UsualOf(points);
        for (var i = 0; i < points.Length; i++)
        {
            _samples[i] = FitSample.Of(points[i], points[0].Time, projection, scale, usual);
        }

        return _samples.AsSpan(0, points.Length);
    }
}
