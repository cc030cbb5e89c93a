namespace Gateway.Drivers.FaceGates;

/// <summary>
/// Reads the door contact against releases. Pure: times come in as offsets on one monotonic scale and must not run backwards;
/// call <see cref="Advance"/> when <see cref="NextDeadline"/> is reached. Not thread-safe.
/// </summary>
internal sealed class DoorMachine(DoorSettings settings, bool open, TimeSpan start)
{
    private bool _open = open; // the debounced level
    private bool _raw = open;
    private TimeSpan _rawSince = start;
    private TimeSpan? _releasedUntil; // an opening before this is expected
    private bool _used = true; // the release in force has been answered by an opening
    private TimeSpan? _heldAt = open ? start + settings.HeldOpenAfter : null;
    private bool _standing; // released until further notice, as in a fire

    /// <summary>When something will be due without further input; null when nothing will.</summary>
    public TimeSpan? NextDeadline =>
        Earliest(_raw == _open ? null : _rawSince + settings.Debounce, Earliest(_releasedUntil, _heldAt));

    /// <summary>The door was released. Whoever is in the doorway gets the full time again.</summary>
    public IEnumerable<DoorChange> Release(TimeSpan now)
    {
        var due = Advance(now);
        if (_standing)
        {
            return due;
        }

        _releasedUntil = now + settings.OpenWithin;
        _used = _open;
        _heldAt = _open ? now + settings.HeldOpenAfter : null;
        return due;
    }

    /// <summary>The door stands released until further notice, or does so no more: openings meanwhile, however long, are expected.</summary>
    public IEnumerable<DoorChange> Stand(bool released, TimeSpan now)
    {
        var due = Advance(now);
        if (released != _standing)
        {
            _standing = released;
            _used = true;

            // Whoever is still passing when it ends has the time of an ordinary release.
            _releasedUntil = released ? null : now + settings.OpenWithin;
            _heldAt = _open && !released ? now + settings.HeldOpenAfter : null;
        }

        return due;
    }

    /// <summary>The contact changed to <paramref name="open"/>.</summary>
    public IEnumerable<DoorChange> Contact(bool open, TimeSpan now)
    {
        var due = Advance(now);
        if (open != _raw)
        {
            (_raw, _rawSince) = (open, now);
        }

        return settings.Debounce == TimeSpan.Zero ? [.. due, .. Advance(now)] : due;
    }

    /// <summary>Tells what has become due by <paramref name="now"/>, in order.</summary>
    public IReadOnlyList<DoorChange> Advance(TimeSpan now)
    {
        List<DoorChange> changes = [];
        while (NextDeadline is { } due && due <= now)
        {
            if (Step(due) is { } change)
            {
                changes.Add(change);
            }
        }

        return changes;
    }

    private DoorChange? Step(TimeSpan due)
    {
        // A settled edge comes first: an opening begun in time is not "not used" although its debounce ends later.
        if (_raw != _open && _rawSince + settings.Debounce <= due)
        {
            return Settle();
        }

        if (_releasedUntil <= due)
        {
            return ReleaseEnded();
        }

        _heldAt = null;
        return new DoorChange(DoorEvent.HeldOpen, due);
    }

    private DoorChange Settle()
    {
        _open = _raw;
        _heldAt = _open && !_standing ? _rawSince + settings.HeldOpenAfter : null;
        if (!_open)
        {
            return new DoorChange(DoorEvent.Closed, _rawSince);
        }

        var expected = _standing || _releasedUntil is not null;
        _used = true;
        return new DoorChange(expected ? DoorEvent.Opened : DoorEvent.ForcedOpen, _rawSince);
    }

    private DoorChange? ReleaseEnded()
    {
        if (_raw && !_open)
        {
            // The contact moved in time and is still settling: the release lasts until it has made up its mind.
            _releasedUntil = _rawSince + settings.Debounce;
            return null;
        }

        var ended = _releasedUntil!.Value;
        _releasedUntil = null;
        if (_used)
        {
            return null;
        }

        _used = true;
        return new DoorChange(DoorEvent.NotUsed, ended);
    }

    private static TimeSpan? Earliest(TimeSpan? a, TimeSpan? b) => a is null ? b : b is null || a < b ? a : b;
}
