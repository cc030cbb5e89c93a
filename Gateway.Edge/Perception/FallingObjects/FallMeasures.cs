using Gateway.Edge.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>What is measured on a track that may be a fall.</summary>
/// <param name="Points">Frames in which it was seen.</param>
/// <param name="Seconds">From the first to the last.</param>
/// <param name="Coverage">Share of the frames in between in which it was seen.</param>
/// <param name="Drop">Rows from the first to the last.</param>
/// <param name="Height">Median height of its box, pixels.</param>
/// <param name="Metres">Metres that it came down.</param>
/// <param name="AlongMetres">Metres that it moved along.</param>
/// <param name="Size">Its size without its streak, metres.</param>
/// <param name="Significance">How many times its own uncertainty the acceleration is.</param>
internal readonly record struct FallMeasures(
    int Points, double Seconds, double Coverage, double Drop, double Height, double Metres, double AlongMetres, double Size, double Significance)
{
    /// <param name="points">The track.</param>
    /// <param name="path">Its path.</param>
    /// <param name="metres">Metres in one length of the path's projection.</param>
    public static FallMeasures Of(List<FallPoint> points, FallPath path, double metres)
    {
        var (first, last) = (points[0], points[^1]);
        var seconds = (last.Time - first.Time).TotalSeconds;
        var (from, to) = (path.Projection.At(first.Y).Height, path.Projection.At(last.Y).Height);
        var side = Median(points, point => Math.Min(point.Width, point.Height));
        return new FallMeasures(
            points.Count,
            seconds,
            points.Count / (double)(last.Frame - first.Frame + 1),
            last.Y - first.Y,
            Median(points, point => point.Height),
            (from - to) * metres,
            Math.Abs(path.AlongSpeed * metres * (path.Solution.Fall.GlideAt(seconds) - path.Solution.Fall.GlideAt(0))),
            side * path.Projection.AcrossAt((first.Y + last.Y) / 2) * metres,
            path.Solution.Bend);
    }

    private static double Median(List<FallPoint> points, Func<FallPoint, double> of)
    {
        var values = points.Select(of).Order().ToArray();
        return values[values.Length / 2];
    }
}
