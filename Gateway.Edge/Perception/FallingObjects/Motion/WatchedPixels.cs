using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>One bit for each pixel that is watched: inside the region, outside of what is ignored, and not at the edge, where shake shows what the background never saw.</summary>
internal sealed class WatchedPixels
{
    private readonly uint[] _bits;

    /// <param name="view">Region and what is ignored.</param>
    /// <param name="margin">Pixels at each edge.</param>
    public WatchedPixels(FallView view, int margin)
    {
        Words = (view.Width + BackgroundRow.Word - 1) / BackgroundRow.Word;
        _bits = new uint[Words * view.Height];
        var polygons = view.Ignore ?? [];
        for (var y = margin; y < view.Height - margin; y++)
        {
            for (var x = margin; x < view.Width - margin; x++)
            {
                var point = new ImagePoint((x + 0.5) / view.Width, (y + 0.5) / view.Height);
                if ((view.Region?.Contains(point) ?? true) && !IsIn(polygons, point))
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
