namespace Gateway.Drivers.VehicleBarriers;

/// <content>What comes in: orders of people and programs, and changes of the inputs.</content>
internal sealed partial class BarrierMachine
{
    /// <summary>Raises the arm for one vehicle; while it is up already, for one vehicle more.</summary>
    public BarrierAnswer Raise(BarrierReason reason, TimeSpan now)
    {
        Advance(now);
        if (Mode is BarrierMode.HeldUp or BarrierMode.FireOverride)
        {
            _arm.Hold(_now);
            return BarrierAnswer.Done;
        }

        if (Position is BarrierPosition.Up or BarrierPosition.Raising)
        {
            Note(BarrierEvent.RaiseExtended, reason);
        }

        (_opened, _suspended, _found, _reason) = (true, false, false, reason);
        (_grants, _holdUntil) = (Math.Min(_grants + 1, MostGrants), _now + _settings.OpenFor);
        if (_zone.Vehicle && !_charged)
        {
            // It waited on the loop: this opening is for it.
            (_charged, _grants) = (true, _grants - 1);
        }

        _arm.Up(_now);
        return BarrierAnswer.Done;
    }

    /// <summary>Lowers the arm if the way is clear; in <see cref="BarrierMode.Automatic"/> as soon as it is.</summary>
    public BarrierAnswer Lower(BarrierReason reason, TimeSpan now)
    {
        Advance(now);
        if (Mode is BarrierMode.HeldUp or BarrierMode.FireOverride)
        {
            return Mode == BarrierMode.HeldUp ? BarrierAnswer.HeldUp : BarrierAnswer.Fire;
        }

        (_suspended, _found, _grants, _holdUntil) = (false, false, 0, _now);
        if (!MayClose)
        {
            Note(BarrierEvent.ClosingPrevented, reason);
            return Mode == BarrierMode.Automatic && !_blind ? BarrierAnswer.WaitsUntilClear : BarrierAnswer.NotClear;
        }

        if (Position is not (BarrierPosition.Down or BarrierPosition.Lowering))
        {
            _reason = reason;
            _arm.Down(_now);
        }

        return BarrierAnswer.Done;
    }

    /// <summary>Stops the arm where it is, until the next order.</summary>
    public BarrierAnswer Stop(BarrierReason reason, TimeSpan now)
    {
        Advance(now);
        if (Mode is BarrierMode.HeldUp or BarrierMode.FireOverride)
        {
            return Mode == BarrierMode.HeldUp ? BarrierAnswer.HeldUp : BarrierAnswer.Fire;
        }

        (_suspended, _found) = (true, false);
        _arm.Stop(_now);
        Note(BarrierEvent.Stopped, reason);
        return BarrierAnswer.Done;
    }

    /// <summary>Chooses a mode. Choosing one is also what ends a fire override, once its input is off.</summary>
    public BarrierAnswer SetMode(BarrierMode mode, BarrierReason reason, TimeSpan now)
    {
        Advance(now);
        if (_fire && mode != BarrierMode.FireOverride)
        {
            return BarrierAnswer.Fire;
        }

        if (mode != Mode)
        {
            Enter(mode, reason);
        }

        return BarrierAnswer.Done;
    }

    /// <summary>The gateway stops: a lowering arm is stopped or raised, because nobody will watch it. No order may follow.</summary>
    public void Close(TimeSpan now)
    {
        Advance(now);
        _blind = true;
        if (Position == BarrierPosition.Lowering)
        {
            _arm.Stop(_now);
        }
    }

    /// <summary>A loop became occupied or clear.</summary>
    public void Loop(int index, bool occupied, TimeSpan now)
    {
        Advance(now);
        Zone(_zone.Loop(index, occupied, _now));
    }

    /// <summary>The beam was interrupted or became clear.</summary>
    public void Beam(bool interrupted, TimeSpan now)
    {
        Advance(now);
        Zone(_zone.Beam(interrupted, _now));
    }

    /// <summary>A limit switch changed.</summary>
    public void Limit(bool up, bool active, TimeSpan now)
    {
        _arm.Sense(up, active);
        Advance(now);
        Arm(_arm.Limit(up, active, _now));
    }

    /// <summary>The fire input changed. Its end alone lowers nothing: a person chooses a mode.</summary>
    public void Fire(bool active, TimeSpan now)
    {
        Advance(now);
        _fire = active;
        if (active && Mode != BarrierMode.FireOverride)
        {
            Enter(BarrierMode.FireOverride, reason: null);
        }
    }

    /// <summary>Whether the inputs can be read.</summary>
    public void Watched(bool watched, TimeSpan now)
    {
        Advance(now);
        if (_blind && watched)
        {
            // What happened meanwhile is unknown: the way counts as clear only from here on.
            var least = _now + _settings.CloseDelay;
            _holdUntil = least > _holdUntil ? least : _holdUntil;
        }

        _blind = !watched;
        if (_blind)
        {
            GoUpIfLowering();
        }
    }

    private void Enter(BarrierMode mode, BarrierReason? reason)
    {
        Mode = mode;
        (_opened, _grants, _suspended, _found, _holdUntil) = (false, 0, false, false, _now + _settings.CloseDelay);
        if (mode is BarrierMode.HeldUp or BarrierMode.FireOverride)
        {
            _reason = reason;
            _arm.Hold(_now);
        }
        else
        {
            _arm.Unhold(_now);
        }

        Note(mode == BarrierMode.FireOverride ? BarrierEvent.FireOverride : BarrierEvent.ModeChanged, reason);
    }
}
