namespace Gateway.Edge.Charging.Rules;

/// <summary>Looks for a load that does not change, minute by minute: a heater or a lamp, no battery. Not thread-safe.</summary>
/// <param name="span">How long it has to be flat.</param>
/// <param name="most">Spread that still is flat, as a share of the median.</param>
internal sealed class FlatLoad(TimeSpan span, double most)
{
    private const double Low = 0.05;
    private const double High = 0.95;

    private readonly Queue<double> _minutes = new();
    private double _sum;
    private int _count;
    private long _minute = -1;
    private bool _isFlat;

    /// <summary>Takes a value; true when the load has been flat for the whole span. A pause begins anew.</summary>
    public bool Add(TimeSpan at, double watts)
    {
        var minute = (long)at.TotalMinutes;
        if (minute != _minute && _count > 0)
        {
            Close(minute);
        }

        (_minute, _sum, _count) = (minute, _sum + watts, _count + 1);
        return _isFlat;
    }

    /// <summary>Nothing flows: what was before counts no more.</summary>
    public void Clear()
    {
        _minutes.Clear();
        (_sum, _count, _minute, _isFlat) = (0, 0, -1, false);
    }

    private void Close(long minute)
    {
        if (minute != _minute + 1)
        {
            _minutes.Clear();
        }

        _minutes.Enqueue(_sum / _count);
        (_sum, _count) = (0, 0);
        while (_minutes.Count > (int)span.TotalMinutes)
        {
            _minutes.Dequeue();
        }

        _isFlat = _minutes.Count >= (int)span.TotalMinutes && IsFlat();
    }

    private bool IsFlat() => Statistics.Quantile(_minutes, High) - Statistics.Quantile(_minutes, Low) < most * Statistics.Median(_minutes);
}
