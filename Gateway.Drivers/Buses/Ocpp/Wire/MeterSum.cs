using System.Globalization;

namespace Gateway.Drivers.Buses.Ocpp.Wire;

/// <summary>
/// Turns the sampled values of one reading into watts, watt-hours, amperes, volts and degrees. Phases are added where no total is told.
/// Not thread-safe.
/// </summary>
internal sealed class MeterSum
{
    private double? _watts;
    private double? _phaseWatts;
    private double? _wattHours;
    private double? _phaseWattHours;
    private double? _amperes;
    private double? _volts;
    private double? _celsius;

    /// <summary>Whether there was any value that we know.</summary>
    public bool Any { get; private set; }

    public OcppMeter ToMeter() => new(default(DateTimeOffset))
    {
        Watts = _watts ?? _phaseWatts,
        WattHours = _wattHours ?? _phaseWattHours,
        Amperes = _amperes,
        Volts = _volts,
        Celsius = _celsius,
    };

    public void Add(OcppFields sample)
    {
        // Signed data is a blob for an invoice, not a number.
        if (string.Equals(sample.Text("format", OcppLimits.Word), "SignedData", StringComparison.Ordinal))
        {
            return;
        }

        var text = sample.Text("value", OcppLimits.Word, required: true);
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            sample.Report(OcppViolation.Property, "value must be a number.");
            return;
        }

        var whole = sample.Text("phase", OcppLimits.Word) is null;
        var unit = sample.Text("unit", OcppLimits.Word);
        switch (sample.Text("measurand", OcppLimits.Word) ?? "Energy.Active.Import.Register")
        {
            case "Power.Active.Import":
                Put(ref whole ? ref _watts : ref _phaseWatts, Scaled(sample, value, unit, "W", "kW"), Add);
                break;
            case "Energy.Active.Import.Register":
                Put(ref whole ? ref _wattHours : ref _phaseWattHours, Scaled(sample, value, unit, "Wh", "kWh"), Add);
                break;
            case "Current.Import":
                Put(ref _amperes, Scaled(sample, value, unit, "A", "kA"), Math.Max);
                break;
            case "Voltage":
                Put(ref _volts, Scaled(sample, value, unit, "V", "kV"), (first, _) => first);
                break;
            case "Temperature":
                Put(ref _celsius, Degrees(sample, value, unit), Math.Max);
                break;
            default:
                // A quantity that nobody here asks for.
                break;
        }
    }

    private static double Add(double one, double other) => one + other;

    private void Put(ref double? slot, double? value, Func<double, double, double> join)
    {
        if (value is { } known)
        {
            slot = slot is { } before ? join(before, known) : known;
            Any = true;
        }
    }

    private static double? Scaled(OcppFields sample, double value, string? unit, string one, string thousand)
    {
        if (unit is null || string.Equals(unit, one, StringComparison.OrdinalIgnoreCase))
        {
            return value;
        }

        return string.Equals(unit, thousand, StringComparison.OrdinalIgnoreCase) ? value * 1000 : Unfit(sample);
    }

    /// <summary>The specification writes <c>Celcius</c>, its schema both, chargers either.</summary>
    private static double? Degrees(OcppFields sample, double value, string? unit) => unit?.ToUpperInvariant() switch
    {
        null or "CELCIUS" or "CELSIUS" or "C" => value,
        "K" or "KELVIN" => value - 273.15,
        "FAHRENHEIT" or "F" => (value - 32) / 1.8,
        _ => Unfit(sample),
    };

    private static double? Unfit(OcppFields sample)
    {
        sample.Report(OcppViolation.Property, "unit must fit the measurand.");
        return null;
    }
}
