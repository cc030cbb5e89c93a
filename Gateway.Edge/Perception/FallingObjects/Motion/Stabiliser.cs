namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>
/// Finds by how much a frame is shifted against the background: each anchor block votes for the shift at which it differs least, and
/// the blocks of the winning vote tell the rest below a pixel. Looks near the last shift first, so that a calm camera costs little.
/// Not thread-safe.
/// </summary>
internal sealed class Stabiliser
{
    private const int Span = (2 * FrameShift.Most) + 1;
    private const int LeastBlocks = 6;

    private readonly int _width;
    private readonly Background _background;
    private readonly AnchorBlocks _anchors;
    private readonly int[] _votes = new int[Span * Span];
    private readonly byte[] _block = new byte[BlockMatch.Side * BlockMatch.Side];
    private readonly (int X, int Y)[] _choices = new (int, int)[AnchorBlocks.Most];

    public Stabiliser(WatchedArea area, Background background)
    {
        _width = area.Width;
        _background = background;
        _anchors = new(area, background);
    }

    /// <summary>The last shift.</summary>
    public FrameShift Shift { get; private set; }

    /// <summary>Begins with a fresh background.</summary>
    public void Start()
    {
        Shift = default;
        _anchors.ChooseAll();
    }

    /// <summary>Finds the shift of a frame; the last one's where too few blocks agree.</summary>
    public FrameShift Find(ReadOnlySpan<byte> luma)
    {
        _anchors.ChooseNext();
        var (x, y) = (Shift.X, Shift.Y);
        for (var round = 0; round < 3; round++)
        {
            var (winner, agreed) = Vote(luma, x, y, 1);
            if (agreed && winner == (x, y))
            {
                return Shift = Refine(luma, x, y);
            }

            (x, y) = agreed ? winner : (x, y);
        }

        var (anywhere, found) = Vote(luma, 0, 0, FrameShift.Most);
        return found ? Shift = Refine(luma, anywhere.X, anywhere.Y) : Shift;
    }

    private ((int X, int Y) Winner, bool Agreed) Vote(ReadOnlySpan<byte> luma, int centreX, int centreY, int reach)
    {
        Array.Clear(_votes);
        var (voters, most, winner) = (0, 0, (X: 0, Y: 0));
        for (var cell = 0; cell < AnchorBlocks.Most; cell++)
        {
            if (_anchors[cell].X < 0)
            {
                continue;
            }

            voters++;
            var choice = _choices[cell] = Choose(luma, cell, centreX, centreY, reach);
            ref var votes = ref _votes[((choice.Y + FrameShift.Most) * Span) + choice.X + FrameShift.Most];
            if (++votes > most)
            {
                (most, winner) = (votes, choice);
            }
        }

        // Between two whole pixels the votes are divided among up to four.
        return (winner, voters >= LeastBlocks && most * 10 >= voters * 3);
    }

    private (int X, int Y) Choose(ReadOnlySpan<byte> luma, int cell, int centreX, int centreY, int reach)
    {
        var (left, top) = _anchors[cell];
        var start = ((top + centreY) * _width) + left + centreX;
        Brighten(_background.Levels[((top * _background.Stride) + left)..], luma[start..]);
        var least = BlockMatch.Difference(luma[start..], _width, _block, BlockMatch.Side);
        var choice = (centreX, centreY);
        for (var y = Math.Max(-FrameShift.Most, centreY - reach); y <= Math.Min(FrameShift.Most, centreY + reach); y++)
        {
            for (var x = Math.Max(-FrameShift.Most, centreX - reach); x <= Math.Min(FrameShift.Most, centreX + reach); x++)
            {
                var difference = BlockMatch.Difference(luma[(((top + y) * _width) + left + x)..], _width, _block, BlockMatch.Side);
                (least, choice) = difference < least ? (difference, (x, y)) : (least, choice);
            }
        }

        return choice;
    }

    /// <summary>Copies a block of the background, made as bright as the frame is there: a step of exposure is not to be taken for a shift.</summary>
    private void Brighten(ReadOnlySpan<byte> levels, ReadOnlySpan<byte> frame)
    {
        var change = (BlockMatch.Sum(frame, _width) - BlockMatch.Sum(levels, _background.Stride)) / _block.Length;
        for (var row = 0; row < BlockMatch.Side; row++)
        {
            BlockMatch.Brighten(levels[(row * _background.Stride)..], change, _block.AsSpan(row * BlockMatch.Side));
        }
    }

    /// <summary>The rest below a pixel, by least squares over the slopes of the blocks that agree.</summary>
    private FrameShift Refine(ReadOnlySpan<byte> luma, int x, int y)
    {
        SlopeSums sums = default;
        for (var cell = 0; cell < AnchorBlocks.Most; cell++)
        {
            var (left, top) = _anchors[cell];
            if (left >= 0 && Math.Abs(_choices[cell].X - x) <= 1 && Math.Abs(_choices[cell].Y - y) <= 1)
            {
                sums.Add(luma[(((top + y) * _width) + left + x)..], _width, _background.Levels[((top * _background.Stride) + left)..], _background.Stride);
            }
        }

        var (restX, restY) = sums.Solve();
        return new(x, y, Eighths(restX), Eighths(restY));
    }

    private static int Eighths(double rest) => (int)Math.Round(8 * Math.Clamp(rest, -0.5, 0.5));
}
