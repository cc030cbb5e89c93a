using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>
/// The rules of a whole shed: its outlets, what watches for fire, and its contactor. Pure: times come in as offsets on one monotonic scale and
/// must not run backwards; call <see cref="Advance"/> when <see cref="NextDeadline"/> is reached. Not thread-safe.
/// </summary>
internal sealed class ShedMachine
{
    private readonly OutletMachine[] _outlets;
    private readonly ContactorMachine? _contactor;
    private bool _detector; // the detector with a contact says smoke
    private bool _smoke;

    public ShedMachine(IReadOnlyList<string> outlets, ChargingLimits limits, bool hasContactor, AirMachine? air = null)
    {
        Air = air;
        _outlets = [.. outlets.Select((id, index) => new OutletMachine(id, index, limits))];
        _contactor = hasContactor ? new ContactorMachine(limits) : null;
    }

    public IReadOnlyList<OutletMachine> Outlets => _outlets;

    /// <summary>What the air's sensors say; null where there are none.</summary>
    public AirMachine? Air { get; }

    /// <summary>Whether anything that watches for smoke tells of it.</summary>
    public bool Smoke => _smoke;

    /// <summary>The smoke detector cannot be read: what charges goes on, and nothing new begins.</summary>
    public bool Blind { get; set; }

    /// <summary>Whether the shed is fed, as far as its contactor goes.</summary>
    public bool Fed => _contactor?.Closed ?? true;

    /// <summary>Whether the contactor was opened and its effect is not proven yet.</summary>
    public bool ProvesContactor => _contactor?.NextDeadline is not null;

    /// <summary>When something will be due without further input; null when nothing will.</summary>
    public TimeSpan? NextDeadline => _outlets.Select(outlet => outlet.NextDeadline).Append(_contactor?.NextDeadline).Min();

    /// <summary>Every outlet is told to be off, and the shed is fed unless there is smoke or it was cut off on purpose before.</summary>
    public IEnumerable<ChargingAct> Start(bool smoke, TimeSpan now, bool keepOpen = false) =>
    [
        .. _outlets.SelectMany(outlet => outlet.CutOff(ChargingWords.IsOff, now, CutOffCause.None)),
        .. smoke ? SmokeIs(true, now) : _contactor is null ? [] : keepOpen ? [new ChargingAct.Contactor(false)] : _contactor.Close(now),
    ];

    /// <summary>Why an outlet must not be switched on now; null when it may.</summary>
    public Wording? Refusal(int outlet) => _smoke ? ChargingWords.RefusedSmoke
        : Blind || Air is { Blind: true } ? ChargingWords.RefusedBlind
        : Air is { Hot: true } ? ChargingWords.RefusedHotAir
        : Fed ? _outlets[outlet].Refusal
        : ChargingWords.RefusedOpen;

    public IEnumerable<ChargingAct> SwitchOn(int outlet, TimeSpan now) => Refusal(outlet) is null ? Checked(_outlets[outlet].SwitchOn(now), now) : [];

    public IEnumerable<ChargingAct> CutOff(int outlet, Wording reason, TimeSpan now) => Checked(_outlets[outlet].CutOff(reason, now), now);

    /// <summary>Cuts off everything, so that nothing is on when the contactor is closed again.</summary>
    public IEnumerable<ChargingAct> Open(Wording reason, TimeSpan now, CutOffCause cause = CutOffCause.Ordered) =>
        _contactor is null ? [] : [.. _contactor.Open(reason, now), .. CutOffUsed(reason, cause, now)];

    /// <summary>Feeds the shed again, unless there is smoke.</summary>
    public IEnumerable<ChargingAct> Close(TimeSpan now) =>
        _smoke || _contactor is null ? [] : [.. _outlets.SelectMany(outlet => outlet.Reset(now)), .. _contactor.Close(now)];

    public IEnumerable<ChargingAct> SmokeIs(bool smoke, TimeSpan now)
    {
        _detector = smoke;
        return Smoked(now);
    }

    /// <summary>The air has this share of smoke; null when its sensor does not say, which cuts off nothing.</summary>
    public IEnumerable<ChargingAct> AirSmokeIs(double? share, TimeSpan now)
    {
        Air?.SmokeIs(share);
        return Smoked(now);
    }

    /// <summary>The air is so many °C warm; null when its sensor does not say, which cuts off nothing.</summary>
    public IEnumerable<ChargingAct> TemperatureIs(double? celsius, TimeSpan now)
    {
        if (Air?.TemperatureIs(celsius) != true)
        {
            return [];
        }

        var (hot, limit) = (celsius!.Value, Air.MaxTemperature);
        return [Told(now, (device, at) => new OverTemperature(device, at, null, hot, limit)), .. CutOffUsed(ChargingWords.AirTooHot(hot, limit), CutOffCause.Heat, now)];
    }

    public IEnumerable<ChargingAct> Read(int outlet, MeterReading reading, TimeSpan begun, TimeSpan now) =>
        Checked(_outlets[outlet].Read(reading, begun, now), now);

    public void NotRead(int outlet) => _outlets[outlet].NotRead();

    public IEnumerable<ChargingAct> Driven(int outlet, bool on, TimeSpan now) => _outlets[outlet].Driven(on, now);

    public IEnumerable<ChargingAct> NotDriven(int outlet, bool on, string why, TimeSpan now) => Checked(_outlets[outlet].NotDriven(on, why, now), now);

    public void ContactorDriven(bool closed, TimeSpan now) => _contactor?.Driven(closed, now);

    public IEnumerable<ChargingAct> ContactorNotDriven(bool closed, string why, TimeSpan now) =>
        _contactor is null ? [] : [.. _contactor.NotDriven(closed, why, now), .. CutOffUsed(ChargingWords.RefusedOpen, CutOffCause.Fault, now)];

    /// <summary>Does what has become due by <paramref name="now"/>.</summary>
    public IEnumerable<ChargingAct> Advance(TimeSpan now) => Checked([.. _outlets.SelectMany(outlet => outlet.Advance(now))], now);

    /// <summary>Adds what follows for the shed: a cut-off that failed opens the contactor.</summary>
    private List<ChargingAct> Checked(IReadOnlyList<ChargingAct> acts, TimeSpan now)
    {
        List<ChargingAct> all = [.. acts];
        if (_contactor is not null)
        {
            // A stuck outlet always means an open contactor, whatever else happened in between.
            if (_contactor.Closed && Array.Find(_outlets, outlet => outlet.State == OutletState.Stuck) is { } stuck)
            {
                all.AddRange(Open(ChargingWords.CutOffOf(stuck.Id), now, CutOffCause.Fault));
            }

            all.AddRange(_contactor.Advance(_outlets, now));
        }

        return all;
    }

    private IEnumerable<ChargingAct> Smoked(TimeSpan now)
    {
        var smoke = _detector || Air is { Smoky: true };
        if (smoke == _smoke)
        {
            return [];
        }

        _smoke = smoke;
        return smoke
            ? [Told(now, static (device, at) => new SmokeDetected(device, at)),
                .. _contactor?.Open(ChargingWords.Smoke, now) ?? [],
                .. _outlets.SelectMany(outlet => outlet.CutOff(ChargingWords.Smoke, now, CutOffCause.Smoke))]
            : [Told(now, static (device, at) => new SmokeCleared(device, at))];
    }

    private IEnumerable<ChargingAct> CutOffUsed(Wording reason, CutOffCause cause, TimeSpan now) => _outlets
        .Where(outlet => outlet.State is OutletState.Idle or OutletState.Charging)
        .SelectMany(outlet => outlet.CutOff(reason, now, cause));

    private static ChargingAct.Tell Told(TimeSpan now, Func<DeviceId, DateTimeOffset, Observation> make) => new(now, make);
}
