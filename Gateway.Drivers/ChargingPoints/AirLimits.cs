namespace Gateway.Drivers.ChargingPoints;

/// <summary>From when on a shed's air means a fire.</summary>
public sealed record AirLimits
{
    /// <summary>
    /// Air as hot as this cuts off every outlet, 40..120 °C. Default 60 °C: heat detectors of class A2 (EN 54-5) trip between 54 and 70 °C. Outlets may be
    /// used again 10 °C below.
    /// </summary>
    public double MaxTemperature { get; init; } = 60;

    /// <summary>More than this share of the smoke detector's full scale is smoke, 0.05..0.95. Default 0.4; it is over at three quarters of that.</summary>
    public double SmokeAbove { get; init; } = 0.4;

    /// <summary>How often each sensor is read, 0.2 s to 1 min. Default 2 s, counted from the end of a reading: a 1-wire thermometer takes 0.75 s.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(2);
}
