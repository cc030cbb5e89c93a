namespace Gateway.Edge.Perception.FallingObjects.Physics;

/// <summary>Fits falls to tracks. Not thread-safe: its working memory is its own.</summary>
/// <param name="scale">Rows of the picture / 720.</param>
internal sealed class PathFitter(double scale)
{
    private FitSample[] _samples = new FitSample[128];

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
            LinearSystem.Add(normal, [1, sample.Seconds], sample.Along * near, 1 / (sample.UnitAlong * sample.UnitAlong * near * near));
        }

        Span<double> line = stackalloc double[2];
        if (!LinearSystem.Solve(normal, 0, line))
        {
            return null;
        }

        var pixels = 0.0;
        for (var i = 0; i < samples.Length; i++)
        {
            var at = (line[0] + (line[1] * samples[i].Seconds)) / solution.Fall.NearnessAt(samples[i].Seconds);
            pixels += Math.Pow((samples[i].Along - at) / projection.AcrossAt(points[i].Y), 2);
        }

        return new FallPath(points[0].Time, projection, solution, line[0], line[1], Math.Sqrt(pixels / samples.Length));
    }

    /// <summary>How far the points of a part of a track lie off a path, root mean square in their own uncertainties.</summary>
    public double Misfit(ReadOnlySpan<FallPoint> points, FallPath path)
    {
        var sum = 0.0;
        foreach (ref readonly var point in points)
        {
            var (x, y) = path.At(point.Time);
            var unit = (0.6 * scale) + (0.1 * point.Height);
            sum += (Math.Pow(x - point.X, 2) + Math.Pow(y - point.Y, 2)) / (unit * unit);
        }

        return Math.Sqrt(sum / points.Length);
    }

    private ReadOnlySpan<FitSample> SamplesOf(ReadOnlySpan<FallPoint> points, in Projection projection)
    {
        if (_samples.Length < points.Length)
        {
            _samples = new FitSample[points.Length * 2];
        }

        for (var i = 0; i < points.Length; i++)
        {
            _samples[i] = FitSample.Of(points[i], points[0].Time, projection, scale);
        }

        return _samples.AsSpan(0, points.Length);
    }
}
