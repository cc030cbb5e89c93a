namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>
/// Maps one child's stream time to the gateway's monotonic time. A segment is closed when the next key frame comes, so the moment at which
/// we hear of it is the stream time of its end, plus delay. Delay is never negative: the least of the last few is the truest, and because
/// only the last few count, a camera whose clock runs fast or slow is followed. Not thread-safe.
/// </summary>
internal sealed class SegmentClock
{
    private const int Window = 16;
    private readonly Queue<TimeSpan> _offsets = new();

    /// <summary>The stream had come to <paramref name="end"/> by <paramref name="heard"/>; returns what to add to stream times.</summary>
    public TimeSpan Add(TimeSpan end, TimeSpan heard)
    {
        _offsets.Enqueue(heard - end);
        if (_offsets.Count > Window)
        {
            _offsets.Dequeue();
        }

        return _offsets.Min();
    }
}
