namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>
/// Blocks of the background whose place in a frame can be told: in each cell of a grid over the watched rows and columns the one with
/// the most texture and the lowest thresholds, so that facades are preferred to trees. Not thread-safe.
/// </summary>
internal sealed class AnchorBlocks
{
    /// <summary>Cells in a row of the grid.</summary>
    public const int Columns = 8;

    /// <summary>Cells in all.</summary>
    public const int Most = Columns * 6;

    // One and a half levels from pixel to pixel: less is noise.
    private const int LeastTexture = 3 * BlockMatch.Side * BlockMatch.Side / 2;
    private const int Margin = FrameShift.Most + 2;
    private const int Tries = 6;

    private readonly WatchedArea _area;
    private readonly Background _background;
    private readonly int[] _x = new int[Most];
    private readonly int[] _y = new int[Most];
    private readonly (int Left, int Top, int Right, int Bottom) _bounds;
    private int _next;

    public AnchorBlocks(WatchedArea area, Background background)
    {
        (_area, _background) = (area, background);
        _bounds = Bounds(area);
    }

    /// <summary>The upper left corner of a cell's block; a negative column where the cell has none.</summary>
    public (int X, int Y) this[int cell] => (_x[cell], _y[cell]);

    /// <summary>Chooses all anew.</summary>
    public void ChooseAll()
    {
        for (var cell = 0; cell < Most; cell++)
        {
            Choose(cell);
        }
    }

    /// <summary>Chooses one cell's block anew; a different cell each time.</summary>
    public void ChooseNext() => Choose(_next = (_next + 1) % Most);

    private void Choose(int cell)
    {
        var (column, row) = (cell % Columns, cell / Columns);
        var best = LeastTexture;
        _x[cell] = -1;
        for (var attempt = 0; attempt < Tries * Tries; attempt++)
        {
            var x = _bounds.Left + ((_bounds.Right - _bounds.Left) * ((column * Tries) + (attempt % Tries)) / (Columns * Tries));
            var y = _bounds.Top + ((_bounds.Bottom - _bounds.Top) * ((row * Tries) + (attempt / Tries)) / (Most / Columns * Tries));
            if (IsWatched(x, y) && Worth(x, y) is var worth && worth > best)
            {
                (best, _x[cell], _y[cell]) = (worth, x, y);
            }
        }
    }

    private int Worth(int x, int y)
    {
        var at = (y * _background.Stride) + x;
        var restless = 0;
        for (var row = 0; row < BlockMatch.Side; row++)
        {
            foreach (var threshold in _background.Thresholds.Slice(at + (row * _background.Stride), BlockMatch.Side))
            {
                restless += threshold;
            }
        }

        return BlockMatch.Texture(_background.Levels[at..], _background.Stride) - (restless / 2);
    }

    private bool IsWatched(int x, int y) =>
        _area.Contains(x, y) && _area.Contains(x + BlockMatch.Side, y)
        && _area.Contains(x, y + BlockMatch.Side) && _area.Contains(x + BlockMatch.Side, y + BlockMatch.Side);

    private static (int Left, int Top, int Right, int Bottom) Bounds(WatchedArea area)
    {
        var (left, top, right, bottom) = (area.Width, area.Height, 0, 0);
        for (var y = 0; y < area.Height; y++)
        {
            var (first, end) = area.Span(y);
            if (first == end)
            {
                continue;
            }

            (left, right) = (Math.Min(left, first * WatchedArea.WordPixels), Math.Max(right, end * WatchedArea.WordPixels));
            (top, bottom) = (Math.Min(top, y), y + 1);
        }

        return (
            Math.Max(left, Margin),
            Math.Max(top, Margin),
            Math.Min(right, area.Width - Margin) - BlockMatch.Side,
            Math.Min(bottom, area.Height - Margin) - BlockMatch.Side);
    }
}
