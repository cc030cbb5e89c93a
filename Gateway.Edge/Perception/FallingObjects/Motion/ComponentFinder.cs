using System.Numerics;

namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>
/// Joins differing pixels, told row by row, to components: runs of a row joined with those of the two rows above. Neighbours include
/// diagonal ones, and a gap of one pixel is bridged in every direction, so that a streak over a window frame stays whole. All memory is
/// taken at the start; a picture with more than <see cref="MostRuns"/> runs is told as <see cref="Overflowed"/>. Not thread-safe.
/// </summary>
internal sealed class ComponentFinder
{
    /// <summary>More runs than this are not the sight of something falling.</summary>
    public const int MostRuns = 32768;

    // Two columns or rows apart: one pixel lies between.
    private const int Reach = 2;

    private readonly Component[] _runs = new Component[MostRuns];
    private readonly int[] _parents = new int[MostRuns];
    private int _count;
    private int _row;
    private int _rowStart, _aboveStart, _secondStart;

    /// <summary>Whether there were more runs than fit.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>Pixels told so far.</summary>
    public int Covered { get; private set; }

    /// <summary>Runs told so far; after <see cref="Finish"/> those with <see cref="IsRoot"/> are the components.</summary>
    public int Count => _count;

    /// <summary>Whether a run stands for its component, which <see cref="this"/> then holds.</summary>
    public bool IsRoot(int run) => _parents[run] == run;

    /// <summary>A component.</summary>
    public ref readonly Component this[int run] => ref _runs[run];

    /// <summary>Forgets the last picture.</summary>
    public void Start()
    {
        (_count, _row, _rowStart, _aboveStart, _secondStart) = (0, -1, 0, 0, 0);
        (Overflowed, Covered) = (false, 0);
    }

    /// <summary>Takes the differing pixels of a row; rows come in order, empty ones may be left out.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="left">The column of the first bit.</param>
    /// <param name="mask">The pixels that differ.</param>
    /// <param name="pixels">The row's pixels from column 0.</param>
    /// <param name="levels">The background's levels from column 0.</param>
    public void Take(int row, int left, ReadOnlySpan<ulong> mask, ReadOnlySpan<byte> pixels, ReadOnlySpan<byte> levels)
    {
        var begun = false;
        for (var word = 0; word < mask.Length && !Overflowed; word++)
        {
            for (var bits = mask[word]; bits != 0;)
            {
                if (!begun)
                {
                    Begin(row);
                    begun = true;
                }

                var start = BitOperations.TrailingZeroCount(bits);
                var length = BitOperations.TrailingZeroCount(~(bits >> start));
                bits = start + length >= WatchedArea.WordPixels ? 0 : bits & (ulong.MaxValue << (start + length));
                var x = left + (word * WatchedArea.WordPixels) + start;
                if (!Add(row, x, Math.Min(length, WatchedArea.WordPixels - start), pixels, levels))
                {
                    Overflowed = true;
                    return;
                }
            }
        }

        if (begun)
        {
            Join(_aboveStart, _rowStart);
            Join(_secondStart, _aboveStart);
        }
    }

    /// <summary>Sums the runs of each component into its root.</summary>
    public void Finish()
    {
        // A parent always comes before its children.
        for (var run = _count - 1; run >= 0; run--)
        {
            if (_parents[run] != run)
            {
                _runs[_parents[run]].Add(_runs[run]);
            }
        }
    }

    private void Begin(int row)
    {
        (_secondStart, _aboveStart) = (row - _row) switch
        {
            1 => (_aboveStart, _rowStart),
            2 => (_rowStart, _count),
            _ => (_count, _count),
        };
        (_row, _rowStart) = (row, _count);
    }

    private bool Add(int row, int x, int length, ReadOnlySpan<byte> pixels, ReadOnlySpan<byte> levels)
    {
        Component sums = new() { Left = (short)x, Right = (short)(x + length - 1), Top = (short)row, Bottom = (short)row, Area = length };
        for (var end = x + length; x < end; x++)
        {
            var difference = pixels[x] - levels[x];
            var weight = Math.Abs(difference);
            sums.Signed += difference;
            sums.Weight += weight;
            sums.WeightX += weight * x;
        }

        sums.WeightY = (long)sums.Weight * row;
        Covered += length;
        if (_count > _rowStart && sums.Left - _runs[_count - 1].Right <= Reach)
        {
            _runs[_count - 1].Add(sums);
            return true;
        }

        if (_count == MostRuns)
        {
            return false;
        }

        _parents[_count] = _count;
        _runs[_count++] = sums;
        return true;
    }

    /// <summary>Joins this row's runs with those from <paramref name="start"/> to before <paramref name="end"/>, which lie in one row.</summary>
    private void Join(int start, int end)
    {
        for (var run = _rowStart; run < _count; run++)
        {
            while (start < end && _runs[start].Right < _runs[run].Left - Reach)
            {
                start++;
            }

            for (var other = start; other < end && _runs[other].Left <= _runs[run].Right + Reach; other++)
            {
                Unite(other, run);
            }
        }
    }

    private void Unite(int one, int other)
    {
        (one, other) = (Root(one), Root(other));
        if (one != other)
        {
            _parents[Math.Max(one, other)] = Math.Min(one, other);
        }
    }

    private int Root(int run)
    {
        while (_parents[run] != run)
        {
            run = _parents[run] = _parents[_parents[run]];
        }

        return run;
    }
}
