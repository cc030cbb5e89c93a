namespace Gateway.Edge.Charging.Rules;

/// <summary>The median of what was measured within a span: one reading that is wrong changes nothing. Not thread-safe.</summary>
/// <param name="span">How far it looks back.</param>
internal sealed class SlidingMedian(TimeSpan span)
{
    // Enough for ten minutes of readings every second; what comes faster than that pushes out the oldest.
    private const int Most = 600;

    private readonly Queue<(TimeSpan At, double Value)> _values = new();
    private TimeSpan? _first;

    /// <summary>Whether at least half the span has been measured.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>Takes a value and answers with the median.</summary>
    public double Add(TimeSpan at, double value)
    {
        _values.Enqueue((at, value));
        while (_values.Count > Most || _values.Peek().At < at - span)
        {
            _values.Dequeue();
        }

        _first ??= at;
        IsSettled |= at - _first >= span / 2;
        return Statistics.Median(_values.Select(entry => entry.Value));
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _values.Clear();
        (_first, IsSettled) = (null, false);
    }
}
