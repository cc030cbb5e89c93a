using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>One bit for each pixel that is watched: inside the region, outside of what is ignored, and not at the edge, where shake shows what the background never saw.</summary>
internal sealed class WatchedPixels
{
    private readonly uint[] _bits;

    /// <param name="view">Region and what is ignored.</param>
    /// <param name="margin">Pixels at each edge of the picture that are not watched.</param>
    /// <param name="around">Pixels around the region that are: what is half outside of it must not be seen by half.</param>
    public WatchedPixels(FallView view, int margin, int around)
    {
        Words = (view.Width + BackgroundRow.Word - 1) / BackgroundRow.Word;
        _bits = new uint[Words * view.Height];
        var ignored = view.Ignore ?? [];
        var inside = view.Region is { } region ? Dilated(region, view, around) : null;
        for (var y = margin; y < view.Height - margin; y++)
        {
            for (var x = margin; x < view.Width - margin; x++)
            {
                if ((inside?[y, x] ?? true) && !IsIn(ignored, PointAt(view, x, y)))
                {
                    _bits[(y * Words) + (x / BackgroundRow.Word)] |= 1u << (x % BackgroundRow.Word);
                    Count++;
                }
            }
        }
    }

    /// <summary>Words in a row.</summary>
    public int Words { get; }

    /// <summary>Watched pixels.</summary>
    public int Count { get; }

    /// <summary>The bits of a row.</summary>
    public ReadOnlySpan<uint> Row(int y) => _bits.AsSpan(y * Words, Words);

    public bool Has(int x, int y) => (_bits[(y * Words) + (x / BackgroundRow.Word)] >> (x % BackgroundRow.Word) & 1) != 0;

    private static ImagePoint PointAt(FallView view, int x, int y) => new((x + 0.5) / view.Width, (y + 0.5) / view.Height);

    /// <summary>The region and what lies around it, by looking along rows and then along columns.</summary>
    private static bool[,] Dilated(ImagePolygon region, FallView view, int around)
    {
        var (rows, both) = (new bool[view.Height, view.Width], new bool[view.Height, view.Width]);
        for (var y = 0; y < view.Height; y++)
        {
            for (var x = 0; x < view.Width; x++)
            {
                if (region.Contains(PointAt(view, x, y)))
                {
                    Fill(rows, y, y, x - around, x + around);
                }
            }
        }

        for (var x = 0; x < view.Width; x++)
        {
            for (var (y, filled) = (0, 0); y < view.Height; y++)
            {
                if (rows[y, x])
                {
                    Fill(both, Math.Max(filled, y - around), y + around, x, x);
                    filled = y + around;
                }
            }
        }

        return both;
    }

    private static void Fill(bool[,] bits, int top, int bottom, int left, int right)
    {
        for (var y = Math.Max(0, top); y <= Math.Min(bits.GetLength(0) - 1, bottom); y++)
        {
            for (var x = Math.Max(0, left); x <= Math.Min(bits.GetLength(1) - 1, right); x++)
            {
                bits[y, x] = true;
            }
        }
    }

    private static bool IsIn(IReadOnlyList<ImagePolygon> polygons, ImagePoint point)
    {
        for (var i = 0; i < polygons.Count; i++)
        {
            if (polygons[i].Contains(point))
            {
                return true;
            }
        }

        return false;
    }
}
