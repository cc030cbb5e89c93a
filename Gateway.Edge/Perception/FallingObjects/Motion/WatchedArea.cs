using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>Which pixels are looked at: a bit each, in words of 64, and for each row the words that hold any. Immutable.</summary>
internal sealed class WatchedArea
{
    /// <summary>Pixels in a word.</summary>
    public const int WordPixels = 64;

    private readonly ulong[] _bits;
    private readonly (int First, int End)[] _spans;

    /// <summary>Draws the polygons; a pixel belongs to what its centre lies in.</summary>
    public WatchedArea(SteadyMotionSettings settings)
    {
        (Width, Height) = (settings.Width, settings.Height);
        Words = (Width + WordPixels - 1) / WordPixels;
        _bits = new ulong[Words * Height];
        _spans = new (int, int)[Height];
        if (settings.Region is { } region)
        {
            Draw(region, watched: true);
        }
        else
        {
            DrawAll();
        }

        foreach (var ignored in settings.Ignore ?? [])
        {
            Draw(ignored, watched: false);
        }

        Summarise();
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Words in a row.</summary>
    public int Words { get; }

    /// <summary>Watched pixels.</summary>
    public int Pixels { get; private set; }

    /// <summary>The words of a row from the first to the last one with a watched pixel; empty for a row without.</summary>
    public (int First, int End) Span(int row) => _spans[row];

    /// <summary>The watched pixels of a row, lowest bit leftmost.</summary>
    public ReadOnlySpan<ulong> Row(int row) => _bits.AsSpan(row * Words, Words);

    /// <summary>Whether a pixel is watched.</summary>
    public bool Contains(int x, int y) => (_bits[(y * Words) + (x / WordPixels)] >> (x % WordPixels) & 1) != 0;

    private void DrawAll()
    {
        for (var y = 0; y < Height; y++)
        {
            Set(y, 0, Width, watched: true);
        }
    }

    private void Draw(ImagePolygon polygon, bool watched)
    {
        var crossings = new List<double>();
        for (var y = 0; y < Height; y++)
        {
            Cross(polygon, (y + 0.5) / Height, crossings);
            for (var index = 0; index + 1 < crossings.Count; index += 2)
            {
                Set(y, Edge(crossings[index]), Edge(crossings[index + 1]), watched);
            }
        }
    }

    /// <summary>Where a row's centre line crosses the polygon's sides, from left to right.</summary>
    private static void Cross(ImagePolygon polygon, double row, List<double> crossings)
    {
        crossings.Clear();
        var corners = polygon.Corners;
        for (var (i, j) = (0, corners.Count - 1); i < corners.Count; j = i++)
        {
            var (a, b) = (corners[i], corners[j]);
            if (a.Y > row != b.Y > row)
            {
                crossings.Add(((b.X - a.X) * (row - a.Y) / (b.Y - a.Y)) + a.X);
            }
        }

        crossings.Sort();
    }

    /// <summary>The first pixel whose centre lies right of a fraction of the width.</summary>
    private int Edge(double fraction) => Math.Clamp((int)Math.Ceiling((fraction * Width) - 0.5), 0, Width);

    private void Set(int y, int from, int end, bool watched)
    {
        var row = _bits.AsSpan(y * Words, Words);
        for (var x = from; x < end; x++)
        {
            var bit = 1UL << (x % WordPixels);
            row[x / WordPixels] = watched ? row[x / WordPixels] | bit : row[x / WordPixels] & ~bit;
        }
    }

    private void Summarise()
    {
        for (var y = 0; y < Height; y++)
        {
            var row = Row(y);
            var first = row.IndexOfAnyExcept(0UL);
            _spans[y] = first < 0 ? (0, 0) : (first, row.LastIndexOfAnyExcept(0UL) + 1);
            foreach (var word in row)
            {
                Pixels += System.Numerics.BitOperations.PopCount(word);
            }
        }
    }
}
