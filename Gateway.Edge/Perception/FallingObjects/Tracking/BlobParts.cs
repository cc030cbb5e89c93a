using Gateway.Edge.Perception.FallingObjects.Motion;

namespace Gateway.Edge.Perception.FallingObjects.Tracking;

/// <summary>
/// A large thing before windows and slabs is seen in parts: where it is as bright as what is behind it, it does not differ. What lies where
/// the thing is expected, and is no larger together, is taken for one.
/// </summary>
internal static class BlobParts
{
    /// <summary>Sides that can be told apart into parts at all, pixels: smaller things are seen as one or not at all.</summary>
    public const double LeastSide = 8;

    /// <summary>A side of all parts together is at most so many times the thing's.</summary>
    private const double MostGrowth = 1.25;

    /// <summary>So many times the thing's sides are its surroundings, and so much of its own area may move there besides.</summary>
    private const double Around = 3;
    private const double MostOthers = 0.5;

    /// <summary>The parts as one blob; false where there are fewer than two, or they are too far apart to be one thing.</summary>
    /// <param name="blobs">Of a frame.</param>
    /// <param name="x">Where its centre is expected.</param>
    /// <param name="y">The same, rows.</param>
    /// <param name="size">Its sides, pixels.</param>
    /// <param name="reach">How far it may lie off, pixels.</param>
    /// <param name="joined">All parts: the middle of their box, because a part that is not seen weighs nothing.</param>
    public static bool Join(ReadOnlySpan<Blob> blobs, double x, double y, (double Width, double Height) size, double reach, out Blob joined)
    {
        joined = default;
        if (Math.Max(size.Width, size.Height) < LeastSide)
        {
            return false;
        }

        var (left, right, top, bottom) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        var (parts, area, contrast) = (0, 0, 0.0);
        foreach (ref readonly var blob in blobs)
        {
            if (!Belongs(blob, x, y, size, reach))
            {
                continue;
            }

            parts++;
            area += blob.Area;
            contrast += blob.Contrast * blob.Area;
            (left, right) = (Math.Min(left, blob.X - (blob.Width / 2.0)), Math.Max(right, blob.X + (blob.Width / 2.0)));
            (top, bottom) = (Math.Min(top, blob.Y - (blob.Height / 2.0)), Math.Max(bottom, blob.Y + (blob.Height / 2.0)));
        }

        if (parts < 2 || right - left > (MostGrowth * size.Width) + reach || bottom - top > (MostGrowth * size.Height) + reach)
        {
            return false;
        }

        joined = new Blob(
            (float)((left + right) / 2), (float)((top + bottom) / 2), (short)Math.Ceiling(right - left), (short)Math.Ceiling(bottom - top), area, (float)(contrast / area));
        return true;
    }

    /// <summary>Whether hardly anything else moves around a thing: among leaves nobody knows what belongs together.</summary>
    /// <param name="blobs">Of a frame.</param>
    /// <param name="x">Its centre.</param>
    /// <param name="y">The same, rows.</param>
    /// <param name="size">Its sides, pixels.</param>
    /// <param name="reach">How far it may lie off, pixels.</param>
    public static bool IsAlone(ReadOnlySpan<Blob> blobs, double x, double y, (double Width, double Height) size, double reach)
    {
        var (own, others) = (0, 0);
        foreach (ref readonly var blob in blobs)
        {
            if (Belongs(blob, x, y, size, reach))
            {
                own += blob.Area;
            }
            else if (Overlaps(blob, x, y, Around, size, reach) && !Overlaps(blob, x, y, 1, size, reach))
            {
                // What overlaps the thing itself may be more of it.
                others += blob.Area;
            }
        }

        return others <= MostOthers * own;
    }

    /// <summary>Whether a blob lies where a thing is expected.</summary>
    public static bool Belongs(in Blob blob, double x, double y, (double Width, double Height) size, double reach) =>
        Math.Abs(blob.X - x) < (size.Width / 2) + reach && Math.Abs(blob.Y - y) < (size.Height / 2) + reach
        && blob.Width <= (MostGrowth * size.Width) + reach && blob.Height <= (MostGrowth * size.Height) + reach;

    private static bool Overlaps(in Blob blob, double x, double y, double times, (double Width, double Height) size, double reach) =>
        Math.Abs(blob.X - x) < (((times * size.Width) + blob.Width) / 2) + reach && Math.Abs(blob.Y - y) < (((times * size.Height) + blob.Height) / 2) + reach;
}
