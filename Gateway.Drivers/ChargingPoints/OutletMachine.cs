using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>
/// One outlet's rules. Pure: times come in as offsets on one monotonic scale and must not run backwards; call <see cref="Advance"/> when
/// <see cref="NextDeadline"/> is reached. Not thread-safe.
/// </summary>
internal sealed class OutletMachine(string id, int index, ChargingLimits limits)
{
    /// <summary>A charger that rests for a moment is not done.</summary>
    private static readonly TimeSpan IdleAfter = TimeSpan.FromSeconds(10);

    /// <summary>A meter that contradicts itself is told of so often and no oftener.</summary>
    private static readonly TimeSpan RepeatProblem = TimeSpan.FromMinutes(30);

    private const double CoolBy = 10;
    private readonly MeterCheck _check = new(limits.CutOffBelow);
    private readonly List<ChargingAct> _acts = [];
    private TimeSpan? _cutAt; // a cut-off whose effect is not proven yet
    private TimeSpan? _drivenAt; // when the relay took the cut-off
    private string? _relayFault; // why it did not
    private Wording _reason = ChargingWords.NotRead;
    private TimeSpan? _overSince;
    private TimeSpan? _restsSince;
    private bool _hot;
    private Wording? _problem;
    private TimeSpan? _toldProblem;

    public string Id => id;

    public OutletState State { get; private set; }

    public Wording Reason { get; private set; } = ChargingWords.NotRead;

    /// <summary>What it was cut off for; none while it is on.</summary>
    public CutOffCause CutFor { get; private set; }

    /// <summary>When the state began.</summary>
    public TimeSpan Since { get; private set; }

    /// <summary>The last reading, and when it was begun; null while the meter does not answer.</summary>
    public (MeterReading Reading, TimeSpan Begun)? Last { get; private set; }

    /// <summary>What the meter's readings contradict each other in; null when they fit.</summary>
    public Wording? Problem => _problem;

    /// <summary>When something will be due without further input; null when nothing will.</summary>
    public TimeSpan? NextDeadline => _cutAt + limits.CutOffWithin;

    /// <summary>Why the outlet must not be switched on now; null when it may.</summary>
    public Wording? Refusal => State switch
    {
        OutletState.Stuck => ChargingWords.RefusedStuck,
        OutletState.CuttingOff => ChargingWords.RefusedCutting,
        _ when _hot => ChargingWords.RefusedHot,
        _ when Last is null => ChargingWords.RefusedUnread,
        _ => null,
    };

    /// <summary>Switches on, unless <see cref="Refusal"/> says why not.</summary>
    public IReadOnlyList<ChargingAct> SwitchOn(TimeSpan now)
    {
        if (Refusal is null && State == OutletState.Off)
        {
            (_overSince, _restsSince, CutFor) = (null, null, CutOffCause.None);
            Drive(on: true);
            Become(OutletState.Idle, ChargingWords.SwitchedOn, now);
        }

        return Done();
    }

    /// <summary>Cuts off. A cut-off that is under way keeps its deadline and its reason.</summary>
    public IReadOnlyList<ChargingAct> CutOff(Wording reason, TimeSpan now, CutOffCause cause = CutOffCause.Ordered)
    {
        Cut(reason, cause, now);
        return Done();
    }

    /// <summary>The relay has been driven.</summary>
    public IReadOnlyList<ChargingAct> Driven(bool on, TimeSpan now)
    {
        if (!on)
        {
            (_drivenAt, _relayFault) = (now, null);
        }

        return Done();
    }

    /// <summary>The relay could not be driven. What should be on is off then, as far as anybody knows.</summary>
    public IReadOnlyList<ChargingAct> NotDriven(bool on, string why, TimeSpan now)
    {
        if (on)
        {
            Cut(ChargingWords.RelayNotDriven(why), CutOffCause.Fault, now);
        }
        else
        {
            _relayFault = why;
        }

        return Done();
    }

    /// <summary>The meter was read, beginning at <paramref name="begun"/>.</summary>
    public IReadOnlyList<ChargingAct> Read(MeterReading reading, TimeSpan begun, TimeSpan now)
    {
        var problem = _check.Problem(reading, begun);
        if (problem is not null && !(now - _toldProblem < RepeatProblem))
        {
            _toldProblem = now;
            Tell(now, (device, at) => new MeterImplausible(device, at, id, problem));
        }

        _problem = problem;
        Last = (reading, begun);
        Warmth(reading, now);
        Load(reading, begun, now);
        return Done();
    }

    /// <summary>The meter did not answer.</summary>
    public void NotRead() => Last = null;

    /// <summary>A stuck outlet counts as repaired.</summary>
    public IReadOnlyList<ChargingAct> Reset(TimeSpan now)
    {
        if (State == OutletState.Stuck)
        {
            Last = null; // what the meter showed while nothing was fed proves nothing
            Drive(on: false);
            Become(OutletState.Unknown, ChargingWords.Repaired, now);
        }

        return Done();
    }

    /// <summary>Does what has become due by <paramref name="now"/>.</summary>
    public IReadOnlyList<ChargingAct> Advance(TimeSpan now)
    {
        if (NextDeadline <= now)
        {
            var (reason, cause, power) = (_reason, Cause(), Last?.Reading.Power);
            _cutAt = null;
            Tell(now, (device, at) => new CutOffFailed(device, at, id, reason, cause, power));
            Become(OutletState.Stuck, cause, now);
        }

        return Done();
    }

    private void Warmth(MeterReading reading, TimeSpan now)
    {
        if (reading.Temperature is not { } celsius)
        {
            return;
        }

        if (!_hot && celsius >= limits.MaxTemperature)
        {
            _hot = true;
            Tell(now, (device, at) => new OverTemperature(device, at, id, celsius, limits.MaxTemperature));
            if (State is OutletState.Idle or OutletState.Charging)
            {
                Cut(ChargingWords.TooHot(celsius, limits.MaxTemperature), CutOffCause.Heat, now);
            }
        }

        _hot &= celsius > limits.MaxTemperature - CoolBy;
    }

    private void Load(MeterReading reading, TimeSpan begun, TimeSpan now)
    {
        // A value out of any range is below nothing: NaN compares false.
        var draws = !(reading.Power < limits.CutOffBelow);
        switch (State)
        {
            case OutletState.CuttingOff when !draws && _problem is null && begun >= _drivenAt:
                var (reason, took) = (_reason, now - _cutAt!.Value);
                _cutAt = null;
                Tell(now, (device, at) => new CutOffVerified(device, at, id, reason, took));
                Become(OutletState.Off, reason, now);
                break;
            case OutletState.Unknown when !draws:
                Become(OutletState.Off, ChargingWords.IsOff, now);
                break;
            case OutletState.Unknown or OutletState.Off when draws:
                Cut(ChargingWords.DrawsThoughOff, CutOffCause.Fault, now);
                break;
            case OutletState.Idle or OutletState.Charging:
                Use(reading, draws, now);
                break;
        }
    }

    private void Use(MeterReading reading, bool draws, TimeSpan now)
    {
        _restsSince = draws ? null : _restsSince ?? now;
        if (draws && State == OutletState.Idle)
        {
            Become(OutletState.Charging, ChargingWords.Draws, now);
        }
        else if (State == OutletState.Charging && now - _restsSince >= IdleAfter)
        {
            Become(OutletState.Idle, ChargingWords.DrawsNothing, now);
        }

        _overSince = reading.Power > limits.Overload ? _overSince ?? now : null;
        if (now - _overSince >= limits.OverloadAfter)
        {
            Cut(ChargingWords.Overload(reading.Power, limits.Overload), CutOffCause.Overload, now);
        }
    }

    private void Cut(Wording reason, CutOffCause cause, TimeSpan now)
    {
        Drive(on: false);

        // What was never on and never read has nothing to prove: it is kept off until its meter says how it stands.
        var known = State != OutletState.Unknown || Last is not null;
        if (_cutAt is null && State != OutletState.Stuck && known)
        {
            (_cutAt, _drivenAt, _relayFault, _reason, _overSince, CutFor) = (now, null, null, reason, null, cause);
            Become(OutletState.CuttingOff, reason, now);
        }
    }

    private Wording Cause()
    {
        if (_drivenAt is null)
        {
            return ChargingWords.RelayNotDriven(_relayFault ?? "no answer yet");
        }

        return Last is not { } last || last.Begun < _drivenAt ? ChargingWords.MeterSilent
            : last.Reading.Power < limits.CutOffBelow ? ChargingWords.MeterUntrusted
            : ChargingWords.StillDraws(last.Reading.Power);
    }

    private void Become(OutletState state, Wording reason, TimeSpan now)
    {
        (State, Reason, Since) = (state, reason, now);
        var meter = Last?.Reading;
        Tell(now, (device, at) => new OutletChanged(device, at, id, state, reason, meter));
    }

    private void Drive(bool on) => _acts.Add(new ChargingAct.Outlet(index, on));

    private void Tell(TimeSpan now, Func<DeviceId, DateTimeOffset, Observation> make) => _acts.Add(new ChargingAct.Tell(now, make));

    private List<ChargingAct> Done()
    {
        List<ChargingAct> acts = [.. _acts];
        _acts.Clear();
        return acts;
    }
}
