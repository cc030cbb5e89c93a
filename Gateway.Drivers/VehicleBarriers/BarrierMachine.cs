namespace Gateway.Drivers.VehicleBarriers;

/// <summary>
/// Decides when the arm moves. It never lowers, and never keeps lowering, while a loop is occupied, the beam is interrupted or one of
/// them cannot be read; on any such doubt the arm goes up or stays up, so that a failed sensor lets vehicles out instead of locking them
/// in. An arm that is found up, or nobody knows where, at the start stays as it is until there is an order or a passage: before the restart
/// it may have been held up by hand or in a fire. Pure: times come in as offsets on one monotonic scale (one that runs backwards is taken for the last); call
/// <see cref="Advance"/> when <see cref="NextDeadline"/> is reached. Not thread-safe.
/// </summary>
internal sealed partial class BarrierMachine
{
    /// <summary>More raises than this in one opening are not kept: nobody queues so many.</summary>
    private const int MostGrants = 32;

    private readonly BarrierSettings _settings;
    private readonly ArmDrive _arm;
    private readonly VehicleZone _zone;
    private readonly List<BarrierChange> _changes = [];
    private TimeSpan _now;
    private TimeSpan _holdUntil; // the arm does not close by itself before
    private int _grants; // vehicles that may still pass in this opening
    private bool _opened; // a raise began this opening: vehicles are counted against its grants
    private bool _charged; // the vehicle in the zone has been counted
    private bool _suspended; // no closing by itself before the next order
    private bool _found = true; // since the start there has been neither order nor passage: somebody may keep the arm up for a reason
    private bool _blind = true; // until told otherwise nobody watches loop and beam
    private bool _fire; // the fire input
    private bool _forced;
    private bool _stuckRaising;
    private bool _stuckLowering;
    private BarrierReason? _reason; // of the order that the arm is carrying out

    /// <summary>Begins without knowing anything: feed every input's level, then say with <see cref="Watched"/> that they are read.</summary>
    public BarrierMachine(BarrierSettings settings, TimeSpan start)
    {
        (_settings, _now, _holdUntil) = (settings, start, start + settings.OpenFor);
        (_arm, _zone) = (new ArmDrive(settings), new VehicleZone(settings, start));
    }

    public BarrierMode Mode { get; private set; }

    public BarrierPosition Position => _arm.Position;

    /// <summary>The levels that the relays must have now.</summary>
    public RelayLevels Relays => _arm.Relays;

    /// <summary>A loop is occupied or the beam interrupted.</summary>
    public bool Occupied => _zone.Occupied;

    /// <summary>The gravest fault; null when there is none.</summary>
    public BarrierFault? Fault =>
        _blind ? BarrierFault.Blind
        : _stuckRaising ? BarrierFault.StuckRaising
        : _stuckLowering ? BarrierFault.StuckLowering
        : _arm.LimitsContradict ? BarrierFault.LimitsContradict
        : _forced ? BarrierFault.Forced
        : _zone.LoopStuck ? BarrierFault.LoopStuck
        : _zone.BeamStuck ? BarrierFault.BeamStuck
        : IsFound ? BarrierFault.FoundUp
        : null;

    /// <summary>When something will be due without further input; null when nothing will.</summary>
    public TimeSpan? NextDeadline => Due.Earliest(Due.Earliest(_zone.NextDeadline, _arm.NextDeadline), Due.Earliest(UnusedAt, CloseAt));

    private bool IsFound => _found && Mode == BarrierMode.Automatic && Position is (BarrierPosition.Up or BarrierPosition.Unknown);

    private bool MayClose => !_zone.Present && !_blind && !_arm.LimitsContradict && Mode is BarrierMode.Automatic or BarrierMode.Manual;

    private TimeSpan? UnusedAt => _grants > 0 && Mode == BarrierMode.Automatic && Position == BarrierPosition.Up && !_zone.Present ? _holdUntil : null;

    private TimeSpan? CloseAt
    {
        get
        {
            if (Mode != BarrierMode.Automatic || _suspended || _found || !MayClose || Position is not (BarrierPosition.Up or BarrierPosition.Unknown))
            {
                return null;
            }

            var clear = _zone.ClearSince + _settings.CloseDelay;
            return clear > _holdUntil ? clear : _holdUntil;
        }
    }

    /// <summary>What happened since the last call, in order.</summary>
    public IReadOnlyList<BarrierChange> TakeChanges()
    {
        BarrierChange[] taken = [.. _changes];
        _changes.Clear();
        return taken;
    }

    /// <summary>Does what has become due by <paramref name="now"/>.</summary>
    public void Advance(TimeSpan now)
    {
        while (NextDeadline is { } due && due <= now)
        {
            _now = due > _now ? due : _now;
            if (_zone.NextDeadline <= due)
            {
                Zone(_zone.Step(due));
            }
            else if (_arm.NextDeadline <= due)
            {
                Arm(_arm.Step(due));
            }
            else if (UnusedAt <= due)
            {
                _grants = 0;
                Note(BarrierEvent.NotUsed);
            }
            else
            {
                _arm.Down(_now);
            }
        }

        _now = now > _now ? now : _now;
    }

    private void Arm(BarrierEvent? change)
    {
        if (change is not { } happened)
        {
            _forced &= Position is not (BarrierPosition.Up or BarrierPosition.Down);
            return;
        }

        Note(happened, happened is BarrierEvent.Raised or BarrierEvent.Lowered ? _reason : null);
        switch (happened)
        {
            case BarrierEvent.Raised:
                (_stuckRaising, _forced, _reason) = (false, false, null);
                break;
            case BarrierEvent.Lowered:
                (_stuckLowering, _forced, _reason) = (false, false, null);
                (_opened, _grants) = (false, 0);
                break;
            case BarrierEvent.StuckRaising:
                (_stuckRaising, _suspended) = (true, true);
                break;
            case BarrierEvent.StuckLowering:
                (_stuckLowering, _suspended) = (true, true);
                _arm.Up(_now);
                break;
            case BarrierEvent.Forced:
                (_forced, _suspended) = (true, true);
                break;
            case BarrierEvent.LimitsContradict:
                GoUpIfLowering();
                break;
        }
    }

    private void Zone(ZoneSign sign)
    {
        if (sign.HasFlag(ZoneSign.Recovered))
        {
            Note(BarrierEvent.SensorRecovered);
        }

        if (sign.HasFlag(ZoneSign.Out))
        {
            VehicleOut();
        }

        if (sign.HasFlag(ZoneSign.In))
        {
            VehicleIn();
        }

        if (sign.HasFlag(ZoneSign.LoopStuck) || sign.HasFlag(ZoneSign.BeamStuck))
        {
            Note(sign.HasFlag(ZoneSign.LoopStuck) ? BarrierEvent.LoopStuck : BarrierEvent.BeamStuck);
        }

        if (_zone.Occupied)
        {
            GoUpIfLowering();
        }
    }

    private void VehicleIn()
    {
        _charged = Position != BarrierPosition.Down;
        if (!_charged || !_opened || Mode != BarrierMode.Automatic)
        {
            return;
        }

        if (_grants > 0)
        {
            _grants--;
            return;
        }

        Note(BarrierEvent.Tailgated);
    }

    private void VehicleOut()
    {
        if (Position == BarrierPosition.Down)
        {
            return; // it backed off a closed barrier
        }

        _found = false;
        _holdUntil = _grants > 0 ? _now + _settings.OpenFor : _now;
        Note(BarrierEvent.Passed);
    }

    private void GoUpIfLowering()
    {
        if (Position == BarrierPosition.Lowering)
        {
            _arm.Up(_now);
            Note(BarrierEvent.ClosingPrevented);
        }
    }

    private void Note(BarrierEvent happened, BarrierReason? reason = null) => _changes.Add(new BarrierChange(happened, _now, reason));
}
