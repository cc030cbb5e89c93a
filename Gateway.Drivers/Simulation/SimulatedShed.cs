namespace Gateway.Drivers.Simulation;

/// <summary>
/// A shed in software: outlets that feed what is plugged in while their relay and the contactor are closed, and whatever can go wrong with
/// them. Time passes when somebody looks. Safe for several threads.
/// </summary>
internal sealed class SimulatedShed
{
    private readonly Lock _gate = new(); // guards the outlets
    private readonly Dictionary<string, SimulatedSocket> _outlets;
    private readonly SimulatedOutput? _contactor;
    private readonly SimulatedInput? _smoke;

    public SimulatedShed(IEnumerable<SimulatedSocket> outlets, SimulatedOutput? contactor, SimulatedInput? smoke)
    {
        (_contactor, _smoke) = (contactor, smoke);
        _outlets = outlets.ToDictionary(outlet => outlet.Id, StringComparer.Ordinal);
        foreach (var outlet in _outlets.Values)
        {
            // What flowed up to now flowed at the level of before.
            outlet.Meter.BeforeRead(() => Change(outlet, _ => { }));
            outlet.Relay.Driven = _ => Change(outlet, _ => { });
        }

        if (contactor is not null)
        {
            contactor.Driven = _ => ChangeAll();
        }
    }

    /// <summary>Measures the air's warmth; null where nothing does.</summary>
    public SimulatedSensor? Thermometer { get; init; }

    /// <summary>Measures smoke in the air; null where nothing does.</summary>
    public SimulatedSensor? SmokeSensor { get; init; }

    /// <summary>The contactor's contacts stick: it feeds the shed whatever it is told.</summary>
    public bool ContactorWelded { get; set; }

    /// <summary>Somebody plugs in a bike.</summary>
    /// <param name="outlet">Id of the outlet.</param>
    /// <param name="watts">What its charger draws until the battery is nearly full.</param>
    /// <param name="wattHours">What the battery lacks.</param>
    public void Plug(string outlet, double watts, double wattHours) => Change(outlet, one => one.Plug(watts, wattHours));

    /// <summary>Somebody takes the bike away.</summary>
    public void Unplug(string outlet) => Change(outlet, one => one.Plug(0, 0));

    /// <summary>The relay's contacts stick, or are repaired.</summary>
    public void Weld(string outlet, bool welded) => Change(outlet, one => one.Welded = welded);

    /// <summary>The outlet is this hot, °C; null for as warm as its load makes it.</summary>
    public void Heat(string outlet, double? celsius) => Change(outlet, one => one.Heat = celsius);

    /// <summary>The meter goes on showing what it showed last, or is repaired.</summary>
    public void FreezeMeter(string outlet, bool frozen) => Change(outlet, one => one.Frozen = frozen);

    /// <summary>Whatever senses smoke trips or clears; nothing where the shed has nothing that does.</summary>
    public void Smoke(bool present)
    {
        _smoke?.Set(present);
        if (SmokeSensor is { } sensor)
        {
            sensor.Value = present ? 1 : 0;
        }
    }

    /// <summary>The air is this warm, °C; null for a mild day. Nothing where the shed has no thermometer.</summary>
    public void Air(double? celsius)
    {
        if (Thermometer is { } thermometer)
        {
            thermometer.Value = celsius ?? SimulatedSensor.Mild;
        }
    }

    /// <summary>What flows through an outlet now, W.</summary>
    public double Power(string outlet)
    {
        var power = 0.0;
        Change(outlet, one => power = one.Power);
        return power;
    }

    private void Change(string outlet, Action<SimulatedSocket> change) =>
        Change(_outlets.GetValueOrDefault(outlet) ?? throw new ArgumentException($"There is no outlet {outlet}.", nameof(outlet)), change);

    private void Change(SimulatedSocket outlet, Action<SimulatedSocket> change)
    {
        lock (_gate)
        {
            outlet.Pass();
            change(outlet);
            outlet.Feed(_contactor is not { IsActive: false } || ContactorWelded);
        }
    }

    private void ChangeAll()
    {
        foreach (var outlet in _outlets.Values)
        {
            Change(outlet, static _ => { });
        }
    }
}
