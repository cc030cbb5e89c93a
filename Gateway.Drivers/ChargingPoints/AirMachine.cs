namespace Gateway.Drivers.ChargingPoints;

/// <summary>
/// What a shed's air says. A value on the edge of a limit does not come and go: what has begun ends well below. While a sensor is silent what it said
/// last stands. Pure and not thread-safe, like <see cref="OutletMachine"/>.
/// </summary>
/// <param name="limits">What means a fire.</param>
/// <param name="sensesSmoke">Whether there is a smoke sensor.</param>
internal sealed class AirMachine(AirLimits limits, bool sensesSmoke)
{
    private const double CoolBy = 10; // °C
    private const double ClearShare = 0.75; // of the threshold

    /// <summary>°C; null before the first reading and while the thermometer is silent.</summary>
    public double? Temperature { get; private set; }

    /// <summary>Share of full scale; null before the first reading and while the sensor is silent.</summary>
    public double? Smoke { get; private set; }

    public bool Hot { get; private set; }

    public bool Smoky { get; private set; }

    /// <summary>There is a smoke sensor, and nobody knows what it senses.</summary>
    public bool Blind => sensesSmoke && Smoke is null;

    /// <summary>The limit, °C.</summary>
    public double MaxTemperature => limits.MaxTemperature;

    /// <summary>The air is this warm; null when the thermometer does not say.</summary>
    /// <returns>True when it has just become too hot.</returns>
    public bool TemperatureIs(double? celsius)
    {
        Temperature = celsius;
        if (celsius is not { } value)
        {
            return false;
        }

        var before = Hot;
        Hot = value >= limits.MaxTemperature || (Hot && value > limits.MaxTemperature - CoolBy);
        return Hot && !before;
    }

    /// <summary>There is this much smoke; null when the sensor does not say.</summary>
    public void SmokeIs(double? share)
    {
        Smoke = share;
        if (share is { } value)
        {
            Smoky = value > limits.SmokeAbove || (Smoky && value > limits.SmokeAbove * ClearShare);
        }
    }
}
