using System.Numerics;

namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>Joins the bits of a mask, row by row, into blobs; a gap of one pixel does not part them. Not thread-safe; allocates nothing.</summary>
internal sealed class BlobFinder
{
    /// <summary>Blobs of a frame.</summary>
    public const int Most = 512;

    private const int MostRuns = 20_000;

    /// <summary>Pixels between two runs that are still one thing.</summary>
    private const int Bridge = 2;

    private const int LeastArea = 3;

    private readonly Run[] _runs = new Run[MostRuns];
    private readonly Part[] _parts = new Part[MostRuns];
    private readonly Blob[] _blobs = new Blob[MostRuns];
    private int _count;
    private int _above; // first run of the row above
    private int _row; // first run of this row

    /// <summary>Whether there was more than could be taken.</summary>
    public bool Flooded => _count == MostRuns;

    public void Begin() => (_count, _above, _row) = (0, 0, 0);

    /// <summary>Takes a row's mask.</summary>
    /// <param name="y">The row.</param>
    /// <param name="moving">Its bits.</param>
    /// <param name="luma">Its pixels, the whole picture's change of brightness taken out by <paramref name="offset"/>.</param>
    /// <param name="level">Its background.</param>
    /// <param name="offset">Levels.</param>
    public void Row(int y, ReadOnlySpan<uint> moving, ReadOnlySpan<byte> luma, ReadOnlySpan<byte> level, int offset)
    {
        (_above, _row) = (_row > 0 && _count > 0 && _runs[_row == _count ? _row - 1 : _row].Y >= y - Bridge ? FirstFrom(y - Bridge) : _count, _count);
        for (var word = 0; word < moving.Length; word++)
        {
            var bits = moving[word];
            while (bits != 0)
            {
                var from = BitOperations.TrailingZeroCount(bits);
                var length = BitOperations.TrailingZeroCount(~(bits >> from));
                bits = from + length >= BackgroundRow.Word ? 0 : bits & (uint.MaxValue << (from + length));
                Add(y, (word * BackgroundRow.Word) + from, (word * BackgroundRow.Word) + from + length, luma, level, offset);
            }
        }
    }

    /// <summary>The blobs, the strongest if there are more than <see cref="Most"/>; valid until the next frame.</summary>
    /// <param name="largest">Pixels of the largest that is told.</param>
    public ReadOnlySpan<Blob> End(int largest)
    {
        for (var i = 0; i < _count; i++)
        {
            if (Find(i) is var root && root != i)
            {
                _parts[root].Join(_parts[i]);
            }
        }

        var blobs = 0;
        for (var i = 0; i < _count; i++)
        {
            if (_runs[i].Parent == i && _parts[i].Area >= LeastArea && _parts[i].Area <= largest)
            {
                _blobs[blobs++] = _parts[i].ToBlob();
            }
        }

        if (blobs > Most)
        {
            _blobs.AsSpan(0, blobs).Sort(static (a, b) => (Math.Abs(b.Contrast) * b.Area).CompareTo(Math.Abs(a.Contrast) * a.Area));
            blobs = Most;
        }

        return _blobs.AsSpan(0, blobs);
    }

    private int FirstFrom(int y)
    {
        var first = _count;
        while (first > 0 && _runs[first - 1].Y >= y)
        {
            first--;
        }

        return first;
    }

    private void Add(int y, int from, int to, ReadOnlySpan<byte> luma, ReadOnlySpan<byte> level, int offset)
    {
        if (_count == MostRuns)
        {
            return;
        }

        var at = _count++;
        _runs[at] = new Run(y, from, to, at);
        _parts[at] = Part.Of(y, from, to, luma, level, offset);
        for (var i = _above; i < at; i++)
        {
            if (_runs[i].From < to + Bridge && from < _runs[i].To + Bridge)
            {
                var (a, b) = (Find(i), Find(at));
                _runs[Math.Max(a, b)].Parent = Math.Min(a, b);
            }
        }
    }

    private int Find(int run)
    {
        while (_runs[run].Parent != run)
        {
            run = _runs[run].Parent = _runs[_runs[run].Parent].Parent;
        }

        return run;
    }

    private record struct Run(int Y, int From, int To, int Parent);

    private struct Part
    {
        private double _weight;
        private double _x;
        private double _y;
        private long _contrast;
        private int _left;
        private int _right;
        private int _top;
        private int _bottom;

        public int Area { get; private set; }

        public static Part Of(int y, int from, int to, ReadOnlySpan<byte> luma, ReadOnlySpan<byte> level, int offset)
        {
            var part = new Part { Area = to - from, _left = from, _right = to, _top = y, _bottom = y + 1 };
            for (var x = from; x < to; x++)
            {
                var difference = luma[x] - offset - level[x];
                var weight = Math.Abs(difference);
                part._contrast += difference;
                part._weight += weight;
                part._x += weight * (x + 0.5);
                part._y += weight * (y + 0.5);
            }

            return part;
        }

        public void Join(in Part other)
        {
            (Area, _weight, _x, _y, _contrast) = (Area + other.Area, _weight + other._weight, _x + other._x, _y + other._y, _contrast + other._contrast);
            (_left, _right) = (Math.Min(_left, other._left), Math.Max(_right, other._right));
            (_top, _bottom) = (Math.Min(_top, other._top), Math.Max(_bottom, other._bottom));
        }

        public readonly Blob ToBlob() => new(
            (float)(_x / Math.Max(1, _weight)), (float)(_y / Math.Max(1, _weight)), (short)(_right - _left), (short)(_bottom - _top), Area, (float)_contrast / Area);
    }
}
