namespace Gateway.Edge.Charging.Rules;

/// <summary>
/// The rules of one session, over what its outlet's meter shows. Pure: it reads no clock and does nothing; once it has said why the session has
/// to end it says so for ever. What protects the shed itself is the driver's. Not thread-safe.
/// </summary>
internal sealed class SessionMachine
{
    /// <summary>A fall of a tenth below the plateau is the begin of the taper: mains and meter make less.</summary>
    private const double TaperBelow = 0.9;

    /// <summary>A plug that comes back draws about what it drew before; a full charger that tops up draws less than half.</summary>
    private const double ReturnShare = 0.5;

    /// <summary>Movements smaller than this are no swings whatever the plateau, W.</summary>
    private const double LeastSwing = 15;

    /// <summary>Mains below this is none, V.</summary>
    private const double NoMains = 50;

    /// <summary>How long an outlet has to be too warm: one wrong reading ends nothing.</summary>
    private static readonly TimeSpan s_warmFor = TimeSpan.FromSeconds(10);

    private readonly ChargeRules _rules;
    private readonly SlidingMedian _median;
    private readonly SwingCount _swings;
    private readonly FlatLoad _flat;
    private readonly EnergyMeter _energy = new();
    private readonly Queue<TimeSpan> _returns = new();
    private TimeSpan _now;
    private TimeSpan _heard; // when the meter answered last
    private TimeSpan? _emptySince;
    private TimeSpan? _lowSince;
    private TimeSpan? _overSince;
    private TimeSpan? _warmSince;
    private double? _coolest;
    private bool _drew;

    public SessionMachine(ChargeRules rules)
    {
        _rules = rules;
        _median = new SlidingMedian(rules.Limits.Smoothing);
        _swings = new SwingCount(rules.Limits.SwingWindow);
        _flat = new FlatLoad(rules.Limits.FlatFor, rules.Limits.FlatSpread);
    }

    /// <summary>How far it has come.</summary>
    public ChargePhase Phase { get; private set; }

    /// <summary>Why it has to end; null while it may go on.</summary>
    public EndReason? End { get; private set; }

    /// <summary>The highest smoothed power so far, W: what the charger gives before the taper.</summary>
    public double Plateau { get; private set; }

    /// <summary>The power now, smoothed, W.</summary>
    public double Smoothed { get; private set; }

    /// <summary>So far, Wh.</summary>
    public double WattHours => _energy.WattHours;

    /// <summary>Takes what is known now; answers with <see cref="End"/>.</summary>
    public EndReason? Read(ChargeSample sample)
    {
        if (End is not null)
        {
            return End;
        }

        _now = sample.At > _now ? sample.At : _now;
        if (sample.Watts is { } watts && double.IsFinite(watts))
        {
            _heard = _now;
            var drawn = Math.Max(0, watts);
            _energy.Add(_now, drawn, sample.WattHours);
            End = Warmth(sample.Celsius) ?? Load(drawn, sample.Volts);
        }
        else if (_now - _heard >= _rules.Limits.SilentFor)
        {
            End = EndReason.PowerFailure;
        }

        return End ??= _now >= _rules.Limits.MostTime ? EndReason.TimeLimit
            : _rules.Night.ForbidsCharging(sample.Wall) ? EndReason.Night
            : null;
    }

    private EndReason? Warmth(double? celsius)
    {
        if (celsius is not { } warm || !double.IsFinite(warm))
        {
            return null;
        }

        _coolest = Math.Min(_coolest ?? warm, warm);
        _warmSince = warm - _coolest > _rules.Limits.MostWarming ? _warmSince ?? _now : null;
        return _now - _warmSince >= s_warmFor ? EndReason.Heat : null;
    }

    private EndReason? Load(double watts, double? volts)
    {
        if (watts < _rules.Limits.EmptyBelow)
        {
            return Empty(volts);
        }

        var back = _emptySince is not null && _drew && watts >= ReturnShare * Plateau;
        (_emptySince, _drew) = (null, true);
        Smoothed = _median.Add(_now, watts);
        if (_median.IsSettled)
        {
            Plateau = Math.Max(Plateau, Smoothed);
        }

        return Ceiling(watts) ?? Returns(back) ?? Shape(watts) ?? Taper();
    }

    private EndReason? Empty(double? volts)
    {
        _flat.Clear();
        _emptySince ??= _now;
        _overSince = null;
        Phase = _drew ? ChargePhase.Resting : ChargePhase.Waiting;
        if (_now - _emptySince < _rules.Limits.EmptyAfter)
        {
            return null;
        }

        return volts < NoMains ? EndReason.PowerFailure
            : !_drew ? EndReason.NothingPlugged
            : Plateau > 0 && Smoothed <= TaperBelow * Plateau ? EndReason.Full
            : EndReason.Unplugged;
    }

    private EndReason? Ceiling(double watts)
    {
        _overSince = watts > _rules.Limits.MostPower ? _overSince ?? _now : null;
        return _now - _overSince >= _rules.Limits.MostPowerFor ? EndReason.Overload : null;
    }

    private EndReason? Returns(bool back)
    {
        if (back)
        {
            _returns.Enqueue(_now);
        }

        while (_returns.TryPeek(out var oldest) && oldest < _now - _rules.Limits.ReconnectWindow)
        {
            _returns.Dequeue();
        }

        return Math.Max(Plateau, Smoothed) >= _rules.Limits.ThermostatAbove && _returns.Count >= _rules.Limits.MostCycles ? EndReason.NotACharger
            : _returns.Count >= _rules.Limits.MostReconnects ? EndReason.Reconnects
            : null;
    }

    private EndReason? Shape(double watts)
    {
        var step = Math.Max(LeastSwing, _rules.Limits.SwingShare * Math.Max(Plateau, Smoothed));
        return _swings.Add(_now, watts, step) >= _rules.Limits.MostSwings || _flat.Add(_now, watts) ? EndReason.NotACharger : null;
    }

    private EndReason? Taper()
    {
        Phase = _median.IsSettled && Smoothed <= TaperBelow * Plateau ? ChargePhase.Tapering : ChargePhase.Charging;
        _lowSince = Plateau > 0 && Smoothed <= _rules.Limits.FullShare * Plateau ? _lowSince ?? _now : null;
        return _now - _lowSince >= _rules.Limits.FullAfter ? EndReason.Full : null;
    }
}
