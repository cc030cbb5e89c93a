namespace Gateway.Edge.Perception.FallingObjects.Physics;

/// <summary>
/// Flakes and drops come down at steady speeds, and a nearer one is seen to come down faster: a track that goes on from one to the next bends like
/// a fall. Heights that change steadily before the facade change steadily on its plane, so such a track is two straight lines there.
/// </summary>
internal static class SteadyPieces
{
    /// <summary>Fewest points of a piece: a line through two fits anything.</summary>
    private const int Fewest = 3;

    /// <summary>Nothing fits better than this, in points' own uncertainties.</summary>
    private const double LeastMisfit = 0.1;

    /// <summary>How many times farther off two steady pieces the heights of a track lie than off its path: about 1 says that both explain it.</summary>
    /// <param name="points">At least six, in order.</param>
    /// <param name="path">Their path.</param>
    /// <param name="scale">Rows of the picture / 720.</param>
    public static double OverFall(IReadOnlyList<FallPoint> points, FallPath path, double scale)
    {
        Span<double> before = points.Count <= 512 ? stackalloc double[points.Count] : new double[points.Count];
        var (fall, line) = (0.0, default(Line));
        for (var i = 0; i < points.Count; i++)
        {
            var sample = SampleOf(points[i], points[0].Time, path, scale);
            line.Add(sample);
            before[i] = line.Misfit;
            var (expected, _) = path.Projection.At(path.At(points[i].Time).Y);
            fall += Math.Pow((sample.Height + path.Projection.LensHeight - expected) / sample.Unit, 2);
        }

        var pieces = line.Misfit;
        line = default;
        for (var i = points.Count - 1; i >= Fewest; i--)
        {
            line.Add(SampleOf(points[i], points[0].Time, path, scale));
            if (points.Count - i >= Fewest)
            {
                pieces = Math.Min(pieces, before[i - 1] + line.Misfit);
            }
        }

        return Math.Sqrt(pieces / points.Count) / Math.Max(LeastMisfit, Math.Sqrt(fall / points.Count));
    }

    /// <summary>As seen: whether it is a part of something is not asked of what is this small.</summary>
    private static FitSample SampleOf(in FallPoint point, TimeSpan start, FallPath path, double scale) =>
        FitSample.Of(point, start, path.Projection, scale, (point.Width, point.Height));

    /// <summary>A straight line through weighted heights, as they come.</summary>
    private struct Line
    {
        private double _weight;
        private double _time;
        private double _height;
        private double _times;
        private double _both;
        private double _heights;

        /// <summary>Sum of the squares of what is left, in points' own uncertainties.</summary>
        public readonly double Misfit => Math.Max(0, _times > 1e-9 * _weight ? _heights - (_both * _both / _times) : _heights);

        /// <summary>Adds a point to the sums about the mean (Welford 1962).</summary>
        public void Add(in FitSample sample)
        {
            var weight = 1 / (sample.Unit * sample.Unit);
            _weight += weight;
            var (time, height) = (sample.Seconds - _time, sample.Height - _height);
            _time += weight / _weight * time;
            _height += weight / _weight * height;
            _times += weight * time * (sample.Seconds - _time);
            _both += weight * time * (sample.Height - _height);
            _heights += weight * height * (sample.Height - _height);
        }
    }
}
