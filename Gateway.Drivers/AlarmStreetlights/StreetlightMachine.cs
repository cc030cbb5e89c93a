namespace Gateway.Drivers.AlarmStreetlights;

/// <summary>
/// Reads a button and a tamper contact and says what lamp, strobe and siren are to do. Pure: times come in as offsets on one monotonic
/// scale and must not run backwards; call <see cref="Advance"/> when <see cref="NextDeadline"/> is reached. Not thread-safe.
/// </summary>
internal sealed class StreetlightMachine(StreetlightSettings settings, Func<Guid> newId)
{
    private Press? _press;
    private TimeSpan _pressedAt; // of the last press of the alarm
    private TimeSpan _toldAt;
    private TimeSpan? _acknowledgedAt;
    private TimeSpan? _downSince;
    private bool _long; // the press that is down has been told as long
    private bool _siren;
    private bool _stuck;
    private bool _tampered;
    private TimeSpan? _drillUntil;

    /// <summary>The alarm under way; null at rest.</summary>
    public Press? Press => _press;

    /// <summary>Whether an officer has acknowledged the alarm under way.</summary>
    public bool IsAcknowledged => _acknowledgedAt is not null;

    /// <summary>The button has been down for too long.</summary>
    public bool IsStuck => _stuck;

    /// <summary>The housing is open.</summary>
    public bool IsTampered => _tampered;

    /// <summary>When something will be due without further input; null when nothing will.</summary>
    public TimeSpan? NextDeadline
    {
        get
        {
            TimeSpan? due = null;
            foreach (var next in (ReadOnlySpan<TimeSpan?>)[LongDue, StuckDue, EndDue, BlinkDue])
            {
                due = next is { } at && (due is null || at < due) ? at : due;
            }

            return due;
        }
    }

    private TimeSpan? LongDue => _downSince is { } since && !_long && _press is not null ? since + settings.LongPressAfter : null;

    private TimeSpan? StuckDue => _downSince is { } since && !_stuck ? since + settings.StuckAfter : null;

    private TimeSpan? EndDue => _press is null ? null : _acknowledgedAt is { } at ? at + settings.AcknowledgedFor : _pressedAt + settings.AlarmFor;

    private TimeSpan? BlinkDue { get; set; }

    /// <summary>What the outputs are to be at <paramref name="now"/>.</summary>
    public StreetlightSignals SignalsAt(TimeSpan now) => (_press, _acknowledgedAt) switch
    {
        (null, _) => default,
        (_, null) => new StreetlightSignals(Lamp: true, Strobe: true, _siren),

        // Dark first: the lamp is seen to change at once, and a lamp that cannot be driven any more is found out.
        (_, { } at) => new StreetlightSignals(Lamp: (now - at).Ticks / settings.Blink.Ticks % 2 != 0, Strobe: false, Siren: false),
    };

    /// <summary>Presses until <paramref name="until"/> are drills; null ends the drill.</summary>
    public void Drill(TimeSpan? until) => _drillUntil = until;

    /// <summary>Takes up an alarm that was under way before the gateway began again, with the times that it had: they may lie before zero.</summary>
    public void Restore(Press press, TimeSpan pressedAt, TimeSpan? acknowledgedAt, TimeSpan now) =>
        (_press, _pressedAt, _toldAt, _acknowledgedAt, BlinkDue) =
        (press, pressedAt, pressedAt, acknowledgedAt, acknowledgedAt is null ? null : now + settings.Blink);

    /// <summary>The button went down or up.</summary>
    public IReadOnlyList<StreetlightChange> Button(bool down, TimeSpan now)
    {
        var changes = Due(now);
        if (down && _downSince is null)
        {
            _downSince = now;
            changes.AddRange(Begin(now));
        }
        else if (!down && _downSince is not null)
        {
            if (_stuck)
            {
                changes.Add(new StreetlightChange(StreetlightEvent.Freed, now, _press));
            }

            (_downSince, _long, _stuck) = (null, false, false);
        }

        return changes;
    }

    /// <summary>The housing was opened or closed.</summary>
    public IReadOnlyList<StreetlightChange> Tamper(bool open, TimeSpan now)
    {
        var changes = Due(now);
        if (open != _tampered)
        {
            _tampered = open;
            changes.Add(new StreetlightChange(open ? StreetlightEvent.Tampered : StreetlightEvent.TamperEnded, now, _press));
        }

        return changes;
    }

    /// <summary>An officer has acknowledged an alarm; without effect on another one or when it is acknowledged already.</summary>
    public IReadOnlyList<StreetlightChange> Acknowledge(Guid press, TimeSpan now)
    {
        var changes = Due(now);
        if (_press?.Id == press && _acknowledgedAt is null)
        {
            (_acknowledgedAt, BlinkDue) = (now, now + settings.Blink);
            changes.Add(new StreetlightChange(StreetlightEvent.Acknowledged, now, _press));
        }

        return changes;
    }

    /// <summary>Ends the alarm under way.</summary>
    public IReadOnlyList<StreetlightChange> Reset(TimeSpan now)
    {
        var changes = Due(now);
        if (_press is not null)
        {
            changes.Add(End(now));
        }

        return changes;
    }

    /// <summary>Tells what has become due by <paramref name="now"/>, in order.</summary>
    public IReadOnlyList<StreetlightChange> Advance(TimeSpan now) => Due(now);

    private IEnumerable<StreetlightChange> Begin(TimeSpan now)
    {
        if (_press is null)
        {
            (_press, _pressedAt, _toldAt, _acknowledgedAt, _siren) = (new Press(newId(), now < _drillUntil), now, now, null, false);
            return [new StreetlightChange(StreetlightEvent.Pressed, now, _press)];
        }

        // Whoever presses again after the acknowledgement still gets the blinking lamp: help is on its way.
        _pressedAt = now;
        if (now - _toldAt < settings.TellAgainAfter)
        {
            return [];
        }

        _toldAt = now;
        return [new StreetlightChange(StreetlightEvent.PressedAgain, now, _press)];
    }

    private List<StreetlightChange> Due(TimeSpan now)
    {
        List<StreetlightChange> changes = [];
        while (NextDeadline is { } due && due <= now)
        {
            if (due == EndDue)
            {
                changes.Add(End(due));
            }
            else if (due == LongDue)
            {
                (_long, _siren) = (true, true);
                changes.Add(new StreetlightChange(StreetlightEvent.LongPressed, due, _press));
            }
            else if (due == StuckDue)
            {
                (_stuck, _siren) = (true, false);
                changes.Add(new StreetlightChange(StreetlightEvent.Stuck, due, _press));
            }
            else
            {
                // Only the lamp changes, which SignalsAt knows. Blinks that nobody saw are passed over.
                BlinkDue = now + settings.Blink - TimeSpan.FromTicks((now - _acknowledgedAt!.Value).Ticks % settings.Blink.Ticks);
            }
        }

        return changes;
    }

    private StreetlightChange End(TimeSpan at)
    {
        var ended = _press;
        (_press, _acknowledgedAt, BlinkDue, _siren) = (null, null, null, false);
        return new StreetlightChange(StreetlightEvent.Reset, at, ended);
    }
}
