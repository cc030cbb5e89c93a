namespace Gateway.Drivers.FaceGates;

/// <summary>
/// Reads a door contact against the releases of its relay. Pure: all time comes in through the calls, which must not go back in
/// time. Owned by one loop; not thread-safe.
/// </summary>
public sealed class DoorWatch(DoorWatchOptions options)
{
    private bool _open;
    private bool _heldReported;
    private DateTimeOffset _openSince;
    private (bool Open, DateTimeOffset Since)? _unsettled;
    private DateTimeOffset? _releasedUntil;
    private bool _used;

    /// <summary>When time alone could change something; null when only a release or the contact can.</summary>
    public DateTimeOffset? NextDeadline
    {
        get
        {
            var settles = _unsettled?.Since + options.Debounce;
            var held = _open && !_heldReported ? _openSince + options.HeldOpenAfter : (DateTimeOffset?)null;
            return Earliest(Earliest(settles, held), _releasedUntil);
        }
    }

    /// <summary>True while the contact says open, after debouncing.</summary>
    public bool IsOpen => _open;

    /// <summary>The relay released the door. A release while the last one still counts extends it.</summary>
    public IReadOnlyList<DoorEvent> Released(DateTimeOffset at)
    {
        var events = Tick(at);
        // Whoever is let in while the door stands open walks through it: the release is used.
        _used = _open || (_releasedUntil is not null && _used);
        _releasedUntil = at + options.UseWithin;
        return events;
    }

    /// <summary>The contact changed.</summary>
    public IReadOnlyList<DoorEvent> Contact(bool open, DateTimeOffset at)
    {
        var events = new List<DoorEvent>(Tick(at));
        _unsettled = open == _open ? null : (open, _unsettled is { } pending && pending.Open == open ? pending.Since : at);
        events.AddRange(Tick(at));
        return events;
    }

    /// <summary>Time passes.</summary>
    public IReadOnlyList<DoorEvent> Tick(DateTimeOffset now)
    {
        var events = new List<DoorEvent>(capacity: 0);
        if (_unsettled is { } pending && now >= pending.Since + options.Debounce)
        {
            Settle(pending.Open, pending.Since, events);
        }

        if (_open && !_heldReported && now >= _openSince + options.HeldOpenAfter)
        {
            _heldReported = true;
            events.Add(DoorEvent.HeldOpen);
        }

        if (_releasedUntil is { } until && now >= until && _unsettled is null)
        {
            if (!_used)
            {
                events.Add(DoorEvent.NotUsed);
            }

            (_releasedUntil, _used) = (null, false);
        }

        return events;
    }

    private void Settle(bool open, DateTimeOffset since, List<DoorEvent> events)
    {
        (_open, _unsettled) = (open, null);
        if (!open)
        {
            events.Add(DoorEvent.Closed);
            return;
        }

        (_openSince, _heldReported) = (since, false);
        var released = _releasedUntil is { } until && since <= until;
        _used |= released;
        events.Add(released ? DoorEvent.Opened : DoorEvent.ForcedOpen);
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;
}
