namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>A part of the picture bounded by straight lines; at least three corners that do not lie on one line. Immutable.</summary>
public sealed class ImagePolygon
{
    /// <summary>Takes corners in order around the polygon.</summary>
    /// <exception cref="ArgumentException">Fewer than three corners, or no area between them.</exception>
    public ImagePolygon(IReadOnlyList<ImagePoint> corners)
    {
        ArgumentNullException.ThrowIfNull(corners);
        if (corners.Count < 3 || AreaOf(corners) < LeastArea)
        {
            throw new ArgumentException("A polygon has at least three corners that do not lie on one line.", nameof(corners));
        }

        Corners = [.. corners];
    }

    /// <summary>A ten-thousandth of the picture; less is a slip of the pen.</summary>
    public const double LeastArea = 1e-4;

    /// <summary>The corners, in order.</summary>
    public IReadOnlyList<ImagePoint> Corners { get; }

    /// <summary>Its share of the picture, 0..1.</summary>
    public double Area => AreaOf(Corners);

    /// <summary>Whether a point lies inside, by the even-odd rule.</summary>
    public bool Contains(ImagePoint point)
    {
        var inside = false;
        for (var (i, j) = (0, Corners.Count - 1); i < Corners.Count; j = i++)
        {
            var (a, b) = (Corners[i], Corners[j]);
            if (a.Y > point.Y != b.Y > point.Y && point.X < ((b.X - a.X) * (point.Y - a.Y) / (b.Y - a.Y)) + a.X)
            {
                inside = !inside;
            }
        }

        return inside;
    }

    internal static double AreaOf(IReadOnlyList<ImagePoint> corners)
    {
        double twice = 0;
        for (var (i, j) = (0, corners.Count - 1); i < corners.Count; j = i++)
        {
            twice += (corners[j].X * corners[i].Y) - (corners[i].X * corners[j].Y);
        }

        return Math.Abs(twice) / 2;
    }
}
