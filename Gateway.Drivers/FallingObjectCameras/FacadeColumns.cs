namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>
/// From points of the picture to columns of windows. The columns share the way from the region's left edge to its right edge evenly in each
/// row: edges that converge towards the roof take the columns along. That is what a camera sees that faces the facade; one that looks
/// along it from the side sees the far columns narrower, which this does not know.
/// </summary>
public static class FacadeColumns
{
    /// <summary>More columns than a camera can tell apart.</summary>
    public const int Most = 60;

    /// <summary>A row that just touches a corner has no width: it counts as this much farther inside, as a fraction of the region's height.</summary>
    private const double Inset = 1e-3;

    /// <summary>The column at a point; the nearest where the point is beside, above or below the region. Null where columns are not counted.</summary>
    /// <param name="region">The facade in the picture.</param>
    /// <param name="columns">How many columns it has, 0..60; 0 for not counted.</param>
    /// <param name="point">A point of the picture.</param>
    /// <param name="uncertainty">One standard deviation of the point's x, as a fraction of the picture's width.</param>
    public static FacadeColumn? At(ImagePolygon region, int columns, ImagePoint point, double uncertainty)
    {
        ArgumentNullException.ThrowIfNull(region);
        if (columns <= 0)
        {
            return null;
        }

        var (left, right) = Edges(region, point.Y);
        return new FacadeColumn(Of(point.X), Of(point.X - (2 * uncertainty)), Of(point.X + (2 * uncertainty)));

        int Of(double x) => right - left < 1e-9 ? 1 : (int)Math.Clamp(Math.Floor((x - left) / (right - left) * columns) + 1, 1, columns);
    }

    /// <summary>Where the region begins and ends in a row; in its nearest row where the row is above or below it.</summary>
    public static (double Left, double Right) Edges(ImagePolygon region, double y)
    {
        ArgumentNullException.ThrowIfNull(region);
        var corners = region.Corners;
        var (top, bottom) = (corners.Min(corner => corner.Y), corners.Max(corner => corner.Y));
        var inset = (bottom - top) * Inset;
        var row = Math.Clamp(y, top + inset, bottom - inset);
        var (left, right) = (double.MaxValue, double.MinValue);
        for (var (i, j) = (0, corners.Count - 1); i < corners.Count; j = i++)
        {
            var (a, b) = (corners[i], corners[j]);
            if (a.Y > row != b.Y > row)
            {
                var x = ((b.X - a.X) * (row - a.Y) / (b.Y - a.Y)) + a.X;
                (left, right) = (Math.Min(left, x), Math.Max(right, x));
            }
        }

        return (left, right);
    }
}
