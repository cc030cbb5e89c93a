namespace Gateway.Drivers.Buses.Ocpp;

/// <summary>Measured at a connector. A quantity that the charger has not told is null.</summary>
/// <param name="At">When it was measured; never later than when it was heard.</param>
internal sealed record OcppMeter(DateTimeOffset At)
{
    /// <summary>Power into the vehicle, in watts, all phases together.</summary>
    public double? Watts { get; init; }

    /// <summary>The energy register, in watt-hours: it counts up over all transactions.</summary>
    public double? WattHours { get; init; }

    /// <summary>Current into the vehicle, in amperes: the largest of the phases.</summary>
    public double? Amperes { get; init; }

    /// <summary>Volts; the first phase that is told.</summary>
    public double? Volts { get; init; }

    /// <summary>Degrees Celsius; the hottest place that is told.</summary>
    public double? Celsius { get; init; }

    /// <summary>These readings, with the gaps filled from an earlier one.</summary>
    public OcppMeter Over(OcppMeter? earlier) => earlier is null ? this : this with
    {
        Watts = Watts ?? earlier.Watts,
        WattHours = WattHours ?? earlier.WattHours,
        Amperes = Amperes ?? earlier.Amperes,
        Volts = Volts ?? earlier.Volts,
        Celsius = Celsius ?? earlier.Celsius,
    };
}
