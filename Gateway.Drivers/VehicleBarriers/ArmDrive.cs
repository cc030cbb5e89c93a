namespace Gateway.Drivers.VehicleBarriers;

/// <summary>
/// Moves the arm: turns orders into relay levels and tells where the arm is. Knows nothing of vehicles: whoever orders
/// <see cref="Down"/> has looked. Pure: times come in on one monotonic scale. Not thread-safe.
/// </summary>
internal sealed class ArmDrive(BarrierSettings settings)
{
    private bool _upLimit;
    private bool _downLimit;
    private bool _holding; // the up relay stays pulled until Unhold
    private bool _sensed; // the limit switch that the arm moves towards is active, though nobody has taken note yet
    private TimeSpan? _release; // when the pulled relay falls
    private TimeSpan? _arrive; // when the arm has arrived by reckoning, or is stuck
    private TimeSpan? _astray; // since when the arm is off the limit switch of its end position

    public BarrierPosition Position { get; private set; }

    public RelayLevels Relays { get; private set; }

    /// <summary>Both limit switches claim the arm.</summary>
    public bool LimitsContradict => _upLimit && _downLimit;

    /// <summary>When something will be due without further input; null when nothing will.</summary>
    public TimeSpan? NextDeadline => Due.Earliest(_release, Due.Earliest(_arrive, _astray + settings.ForcedAfter));

    /// <summary>Raises the arm. Where it is up already the relay is pulled again, so that a controller's own timer starts anew.</summary>
    public void Up(TimeSpan now)
    {
        if (Position is not (BarrierPosition.Up or BarrierPosition.Raising))
        {
            Begin(BarrierPosition.Raising, now + (_upLimit ? TimeSpan.Zero : settings.HasUpLimit ? settings.StuckAfter : settings.Travel));
        }

        Pull(new RelayLevels(Up: true, Down: false, Stop: false), now);
    }

    /// <summary>Raises the arm and keeps the relay pulled until <see cref="Unhold"/>, which overrules a controller that closes by itself.</summary>
    public void Hold(TimeSpan now)
    {
        _holding = true;
        Up(now);
    }

    /// <summary>Lets go of the relay that <see cref="Hold"/> keeps pulled.</summary>
    public void Unhold(TimeSpan now)
    {
        if (_holding)
        {
            _holding = false;
            Pull(Relays, now);
        }
    }

    /// <summary>Lowers the arm.</summary>
    public void Down(TimeSpan now)
    {
        Begin(BarrierPosition.Lowering, now + (_downLimit ? TimeSpan.Zero : settings.HasDownLimit ? settings.StuckAfter : settings.Travel));
        Pull(new RelayLevels(Up: false, Down: true, Stop: false), now);
    }

    /// <summary>Stops the arm on its way; a pulsed arm without a stop relay goes up instead when it was lowering.</summary>
    public void Stop(TimeSpan now)
    {
        if (!settings.HasStop && !settings.Held)
        {
            if (Position == BarrierPosition.Lowering)
            {
                Up(now);
            }

            return;
        }

        if (Position is BarrierPosition.Raising or BarrierPosition.Lowering or BarrierPosition.Unknown)
        {
            Begin(BarrierPosition.Stopped, arrive: null);
        }

        (Relays, _release) = (new RelayLevels(Up: false, Down: false, settings.HasStop), now + settings.Pulse);
    }

    /// <summary>
    /// What a limit switch shows before overdue deadlines are looked at: whoever looks late (the machine was busy) must not take an arm
    /// that has arrived for one that is stuck.
    /// </summary>
    public void Sense(bool up, bool active)
    {
        _sensed |= active && Position == (up ? BarrierPosition.Raising : BarrierPosition.Lowering);
        _astray = active && Position == (up ? BarrierPosition.Up : BarrierPosition.Down) ? null : _astray;
    }

    /// <summary>The limit switch at the top or at the bottom changed.</summary>
    public BarrierEvent? Limit(bool up, bool active, TimeSpan now)
    {
        var contradicted = LimitsContradict;
        (_upLimit, _downLimit) = up ? (active, _downLimit) : (_upLimit, active);
        if (LimitsContradict)
        {
            return contradicted ? null : BarrierEvent.LimitsContradict;
        }

        var end = up ? BarrierPosition.Up : BarrierPosition.Down;
        if (!active)
        {
            _astray = Position == end ? now : _astray;
            return null;
        }

        if (Position == (up ? BarrierPosition.Raising : BarrierPosition.Lowering))
        {
            return Arrive();
        }

        // A moving arm may still touch the switch that it leaves; a resting one is where its switch says.
        if (Position is not (BarrierPosition.Raising or BarrierPosition.Lowering))
        {
            Begin(end, arrive: null);
        }

        return null;
    }

    /// <summary>Does the one thing that falls due first, at <paramref name="due"/>.</summary>
    public BarrierEvent? Step(TimeSpan due)
    {
        if (_release <= due)
        {
            LetGo();
            return null;
        }

        if (_arrive > due || _arrive is null)
        {
            Begin(BarrierPosition.Unknown, arrive: null);
            return BarrierEvent.Forced;
        }

        var raising = Position == BarrierPosition.Raising;
        if (_sensed || (raising ? _upLimit || !settings.HasUpLimit : _downLimit || !settings.HasDownLimit))
        {
            return Arrive();
        }

        Begin(BarrierPosition.Stopped, arrive: null);
        RestRelays();
        return raising ? BarrierEvent.StuckRaising : BarrierEvent.StuckLowering;
    }

    private BarrierEvent Arrive()
    {
        var raised = Position == BarrierPosition.Raising;
        Begin(raised ? BarrierPosition.Up : BarrierPosition.Down, arrive: null);
        RestRelays();
        return raised ? BarrierEvent.Raised : BarrierEvent.Lowered;
    }

    private void Begin(BarrierPosition position, TimeSpan? arrive) => (Position, _arrive, _astray, _sensed) = (position, arrive, null, false);

    private void Pull(RelayLevels levels, TimeSpan now)
    {
        var moving = Position is BarrierPosition.Raising or BarrierPosition.Lowering;
        (Relays, _release) = (levels, _holding || (settings.Held && moving) ? null : now + settings.Pulse);
    }

    /// <summary>An arm that moves only while its relay is pulled has no more use for it, and a down relay is never pulled for longer than it must.</summary>
    private void RestRelays()
    {
        if ((settings.Held && !_holding) || Relays.Down)
        {
            LetGo();
        }
    }

    private void LetGo() => (Relays, _release) = (RelayLevels.Released, null);
}
