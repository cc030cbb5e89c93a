using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Edge.Perception.FallingObjects.Physics;

/// <summary>Columns of windows, which lie evenly between the region's left and right edge at every row.</summary>
/// <param name="Column">From the left, 1-based.</param>
/// <param name="Left">The leftmost that it may be as well.</param>
/// <param name="Right">The rightmost that it may be as well.</param>
internal readonly record struct FacadeColumns(int Column, int Left, int Right)
{
    /// <summary>The column at a pixel; null where nobody has counted them or the region does not reach to that row.</summary>
    /// <param name="view">The camera.</param>
    /// <param name="x">Pixel in the row.</param>
    /// <param name="row">The row; one above the region counts as its highest.</param>
    /// <param name="off">Two standard deviations of <paramref name="x"/>.</param>
    public static FacadeColumns? Of(FallView view, double x, double row, double off)
    {
        if (view.Columns < 1 || view.Region is not { } region)
        {
            return null;
        }

        var (top, bottom) = (region.Corners.Min(corner => corner.Y), region.Corners.Max(corner => corner.Y));
        var (left, right) = EdgesAt(region, Math.Clamp(row / view.Height, top + 1e-6, bottom - 1e-6));
        if (!(right > left))
        {
            return null;
        }

        int At(double pixel) => (int)Math.Clamp(Math.Floor(((pixel / view.Width) - left) / (right - left) * view.Columns) + 1, 1, view.Columns);
        return new FacadeColumns(At(x), At(x - off), At(x + off));
    }

    private static (double Left, double Right) EdgesAt(ImagePolygon region, double y)
    {
        var (left, right) = (double.PositiveInfinity, double.NegativeInfinity);
        var corners = region.Corners;
        for (var (i, j) = (0, corners.Count - 1); i < corners.Count; j = i++)
        {
            var (a, b) = (corners[i], corners[j]);
            if (a.Y > y != b.Y > y)
            {
                var x = ((b.X - a.X) * (y - a.Y) / (b.Y - a.Y)) + a.X;
                (left, right) = (Math.Min(left, x), Math.Max(right, x));
            }
        }

        return (left, right);
    }
}
