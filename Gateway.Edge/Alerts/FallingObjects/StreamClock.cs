namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>
/// Maps the stream's time to wall time. A frame arrives at its time plus delay, and delay is never negative: the least of the last ten
/// seconds is the truest, and because only they count, a camera whose clock runs fast or slow is followed. Not thread-safe.
/// </summary>
internal sealed class StreamClock
{
    private const int Seconds = 10;

    private readonly Queue<DateTimeOffset> _origins = new(Seconds + 1); // the earliest beginning that each second's frames tell
    private DateTimeOffset _newest = DateTimeOffset.MaxValue;
    private TimeSpan _since;

    /// <summary>A frame of this stream time has arrived.</summary>
    public void Add(TimeSpan streamTime, DateTimeOffset capturedAt)
    {
        var origin = capturedAt - streamTime;
        if (_newest == DateTimeOffset.MaxValue)
        {
            _since = streamTime;
        }

        _newest = origin < _newest ? origin : _newest;
        if (streamTime - _since < TimeSpan.FromSeconds(1))
        {
            return;
        }

        _origins.Enqueue(_newest);
        (_newest, _since) = (origin, streamTime);
        if (_origins.Count > Seconds)
        {
            _origins.Dequeue();
        }
    }

    /// <summary>The wall time of a stream time; at least one frame was added before.</summary>
    public DateTimeOffset WallOf(TimeSpan streamTime) => _origins.Append(_newest).Min() + streamTime;

    /// <summary>The stream begins anew.</summary>
    public void Restart()
    {
        _origins.Clear();
        _newest = DateTimeOffset.MaxValue;
    }
}
