namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>
/// What is on disk of one camera, oldest first, and which of it must stay. Knows files by name only and touches none, so that nothing here
/// waits for a disk. Safe for several threads.
/// </summary>
internal sealed class SegmentRing(RecordingSettings settings)
{
    /// <summary>More at once than any incident needs; what comes beyond is cut from what happens to be there.</summary>
    public const int MaxPins = 64;

    /// <summary>However full the disk is, so much stays: enough for the time before an incident.</summary>
    public static readonly TimeSpan Floor = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly List<Segment> _segments = [];
    private readonly HashSet<ClipPin> _pins = [];
    private TaskCompletionSource _grown = NewSignal();

    /// <summary>Bytes of all files.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate)
            {
                return _segments.Sum(segment => segment.Bytes);
            }
        }
    }

    /// <summary>The segments of a time, oldest first.</summary>
    public IReadOnlyList<Segment> Between(TimeSpan from, TimeSpan to)
    {
        lock (_gate)
        {
            return [.. _segments.Where(segment => segment.Overlaps(from, to))];
        }
    }

    public void Add(Segment segment)
    {
        lock (_gate)
        {
            var at = _segments.FindLastIndex(other => other.Start <= segment.Start) + 1;
            _segments.Insert(at, segment);
            _grown.TrySetResult();
            _grown = NewSignal();
        }
    }

    /// <summary>Keeps what lies between two times. Never waits.</summary>
    public ClipPin Pin(TimeSpan from, TimeSpan to)
    {
        var pin = new ClipPin(this, from, to);
        lock (_gate)
        {
            if (_pins.Count < MaxPins)
            {
                _pins.Add(pin);
            }
        }

        return pin;
    }

    public bool Holds(ClipPin pin)
    {
        lock (_gate)
        {
            return _pins.Contains(pin);
        }
    }

    public void Release(ClipPin pin)
    {
        lock (_gate)
        {
            _pins.Remove(pin);
        }
    }

    /// <summary>Completes once the ring has come to <paramref name="time"/>.</summary>
    public async Task ReachAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task grown;
            lock (_gate)
            {
                if (_segments.Count > 0 && _segments[^1].End >= time)
                {
                    return;
                }

                grown = _grown.Task;
            }

            await grown.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Takes what must go out of the ring and returns it, for the caller to delete.</summary>
    /// <param name="now">Monotonic.</param>
    /// <param name="freeBytes">Of the disk.</param>
    public IReadOnlyList<Segment> Prune(TimeSpan now, long freeBytes)
    {
        List<Segment> gone = [];
        lock (_gate)
        {
            _pins.RemoveWhere(pin => pin.To + ClipPin.Forgotten < now);
            var bytes = _segments.Sum(segment => segment.Bytes);
            foreach (var segment in _segments.Where(segment => !_pins.Any(pin => segment.Overlaps(pin.From, pin.To))))
            {
                var tooOld = segment.End < now - settings.Keep;

                // Left from before the wall clock was put back: its time is not known any more.
                var ofTheFuture = segment.Start > now + ClipSpan.Limit;
                var tooMuch = bytes > settings.MaxBytes;
                var tooTight = freeBytes < settings.ReserveBytes && segment.End < now - Floor;
                if (!tooOld && !ofTheFuture && !tooMuch && !tooTight)
                {
                    continue;
                }

                gone.Add(segment);
                bytes -= segment.Bytes;
                freeBytes = freeBytes == long.MaxValue ? freeBytes : freeBytes + segment.Bytes;
            }

            _segments.RemoveAll(gone.Contains);
        }

        return gone;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
