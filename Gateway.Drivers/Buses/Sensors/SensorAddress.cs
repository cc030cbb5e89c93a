namespace Gateway.Drivers.Buses.Sensors;

/// <summary>One measured quantity.</summary>
/// <param name="Source">The kernel's subsystem.</param>
/// <param name="Device">
/// The device's <c>name</c> (such as <c>ads1115</c> or <c>ina226</c>; for 1-wire its id, such as <c>28-00000a1b2c3d</c>), its folder's name (such as
/// <c>hwmon2</c>, which may differ after a restart), or the absolute path of its folder.
/// </param>
/// <param name="Channel">
/// The channel: IIO <c>voltage0</c>, <c>current0</c>, <c>power0</c>, <c>temp</c>; hwmon <c>in0</c>, <c>curr1</c>, <c>power1</c>, <c>temp1</c>. Its first
/// letters decide the unit. Not used for 1-wire, which measures temperature alone.
/// </param>
public sealed record SensorAddress(SensorSource Source, string Device, string Channel = "")
{
    /// <summary>Volts that count as 1 where a voltage means a share, as of a smoke detector's output; null to read volts.</summary>
    public double? FullScale { get; init; }

    /// <summary>Least value that can be true; below it the sensor is broken. Null for the usual one of the unit.</summary>
    public double? Least { get; init; }

    /// <summary>Greatest value that can be true. Null for the usual one of the unit.</summary>
    public double? Most { get; init; }

    /// <summary>
    /// For how long a live sensor may give the very same value: the last digits of a converter always move, so that a value which does not is a frozen
    /// one. Null (the default) where steadiness is normal.
    /// </summary>
    public TimeSpan? StuckAfter { get; init; }
}
