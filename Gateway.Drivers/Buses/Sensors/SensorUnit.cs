namespace Gateway.Drivers.Buses.Sensors;

/// <summary>The units in which readings come, whatever the kernel's driver counts in.</summary>
public enum SensorUnit
{
    Celsius,
    Watt,
    Ampere,
    Volt,

    /// <summary>Share of a full scale, 0 to 1.</summary>
    Fraction,
}
