namespace Gateway.Edge.Uplink;

/// <summary>
/// Says when receipts have been missing for too long, and how much to send again. While nothing helps the wait doubles and the batch stays
/// small, so that a station that is away for a day is not buried; while it helps the wait is short and the batch doubles. Owned by the pump.
/// </summary>
internal sealed class LagClock
{
    private const int LargestBatch = 100_000;

    private readonly TimeProvider _time;
    private readonly TimeSpan _first;
    private readonly TimeSpan _longest;
    private readonly int _firstBatch;
    private readonly Random _random;
    private TimeSpan _due;
    private long _since;
    private bool _fired;

    public LagClock(TimeProvider time, TimeSpan first, TimeSpan longest, int firstBatch, Random random)
    {
        (_time, _first, _longest, _firstBatch, _random) = (time, first, longest, firstBatch, random);
        Batch = firstBatch;
        Restart(first);
    }

    /// <summary>How many to send again when due.</summary>
    public int Batch { get; private set; }

    /// <summary>The wait that has passed when <see cref="IsDue"/>, without jitter.</summary>
    public TimeSpan Wait { get; private set; }

    public bool IsDue => _time.GetElapsedTime(_since) >= _due;

    /// <summary>Nothing is outstanding: forget the past.</summary>
    public void Idle()
    {
        Batch = _firstBatch;
        _fired = false;
        Restart(_first);
    }

    /// <summary>The link is new: give the station its time.</summary>
    public void Restart() => Restart(Wait);

    /// <summary>A receipt brought something.</summary>
    public void Progress()
    {
        if (_fired)
        {
            Batch = Math.Min(Batch * 2, LargestBatch);
            _fired = false;
        }

        Restart(_first);
    }

    /// <summary>A batch was sent again.</summary>
    public void Fired()
    {
        if (_fired)
        {
            Batch = _firstBatch;
        }

        _fired = true;
        var doubled = Wait * 2;
        Restart(doubled < _longest ? doubled : _longest);
    }

    private void Restart(TimeSpan wait)
    {
        Wait = wait;
        _due = wait * (1 + (_random.NextDouble() / 4));
        _since = _time.GetTimestamp();
    }
}
