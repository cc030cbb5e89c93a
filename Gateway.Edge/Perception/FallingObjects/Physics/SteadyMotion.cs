namespace Gateway.Edge.Perception.FallingObjects.Physics;

/// <summary>
/// What moves steadily along a straight line is seen at rows y = (a + b t) / (1 + d t): a vehicle that comes down a road seems to accelerate
/// as well. What this explains as well as a fall does is no fall.
/// </summary>
internal static class SteadyMotion
{
    /// <summary>How far the rows of a track lie off the nearest steady motion, root mean square, pixels.</summary>
    public static double Residual(IReadOnlyList<FallPoint> points)
    {
        Span<double> normal = stackalloc double[3 * 4];
        normal.Clear();
        Span<double> form = stackalloc double[3];
        var start = points[0].Time;
        var middle = points[points.Count / 2].Y;
        for (var i = 0; i < points.Count; i++)
        {
            var t = (points[i].Time - start).TotalSeconds;
            var y = points[i].Y - middle;
            LinearSystem.Add(normal, [1, t, -t * y], y, 1);
        }

        if (!LinearSystem.Solve(normal, 0, form))
        {
            return 0;
        }

        var sum = 0.0;
        foreach (var point in points)
        {
            var t = (point.Time - start).TotalSeconds;
            sum += Math.Pow(((form[0] + (form[1] * t)) / (1 + (form[2] * t))) - (point.Y - middle), 2);
        }

        return Math.Sqrt(sum / points.Count);
    }
}
