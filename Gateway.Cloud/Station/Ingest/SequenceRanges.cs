using Gateway.Cloud.Contract.Events;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>The stored sequences of one journal as unbroken runs. Not safe for several threads.</summary>
internal sealed class SequenceRanges
{
    // Ascending, disjoint and never adjacent.
    private readonly List<SequenceRange> _runs;

    /// <param name="stored">Runs as they lie in the database, ascending.</param>
    public SequenceRanges(IEnumerable<SequenceRange> stored) => _runs = [.. stored];

    /// <summary>The runs, ascending.</summary>
    public IReadOnlyList<SequenceRange> Runs => _runs;

    /// <summary>Highest sequence up to which nothing is missing; 0 when 1 is missing.</summary>
    public long Watermark => _runs.Count > 0 && _runs[0].From == 1 ? _runs[0].To : 0;

    /// <summary>Highest sequence stored; 0 when there is none.</summary>
    public long Highest => _runs.Count > 0 ? _runs[^1].To : 0;

    /// <summary>Counts one stored sequence; adding one again changes nothing.</summary>
    /// <param name="sequence">At least 1.</param>
    public void Add(long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        var after = FirstRunAfter(sequence);
        var before = after - 1;
        if (before >= 0 && _runs[before].To >= sequence)
        {
            return;
        }

        var joinsBefore = before >= 0 && _runs[before].To == sequence - 1;
        var joinsAfter = after < _runs.Count && _runs[after].From == sequence + 1;
        if (joinsBefore && joinsAfter)
        {
            _runs[before] = new SequenceRange(_runs[before].From, _runs[after].To);
            _runs.RemoveAt(after);
        }
        else if (joinsBefore)
        {
            _runs[before] = new SequenceRange(_runs[before].From, sequence);
        }
        else if (joinsAfter)
        {
            _runs[after] = new SequenceRange(sequence, _runs[after].To);
        }
        else
        {
            _runs.Insert(after, new SequenceRange(sequence, sequence));
        }
    }

    /// <summary>The gaps below the highest stored sequence, ascending.</summary>
    /// <param name="most">Most gaps to return.</param>
    public IReadOnlyList<SequenceRange> Missing(int most)
    {
        var gaps = new List<SequenceRange>();
        var next = 1L;
        foreach (var run in _runs)
        {
            if (gaps.Count == most)
            {
                break;
            }

            if (run.From > next)
            {
                gaps.Add(new SequenceRange(next, run.From - 1));
            }

            next = run.To + 1;
        }

        return gaps;
    }

    /// <summary>How many sequences are missing below the highest.</summary>
    public long MissingCount => Highest - _runs.Sum(run => run.To - run.From + 1);

    private int FirstRunAfter(long sequence)
    {
        var low = 0;
        var high = _runs.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_runs[middle].From > sequence)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
