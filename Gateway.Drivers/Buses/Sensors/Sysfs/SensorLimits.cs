namespace Gateway.Drivers.Buses.Sensors.Sysfs;

/// <summary>What a value of each unit can be at most where the hardware file says nothing: beyond lies a broken wire, not a fire.</summary>
internal static class SensorLimits
{
    public static (double Least, double Most) Of(SensorUnit unit) => unit switch
    {
        SensorUnit.Celsius => (-55, 300),
        SensorUnit.Watt => (-1e6, 1e6),
        SensorUnit.Ampere => (-1e4, 1e4),
        SensorUnit.Volt => (-1e3, 1e3),
        _ => (-0.05, 1.05), // a converter's error at either end
    };

    public static string Symbol(SensorUnit unit) => unit switch
    {
        SensorUnit.Celsius => "°C",
        SensorUnit.Watt => "W",
        SensorUnit.Ampere => "A",
        SensorUnit.Volt => "V",
        _ => "of full scale",
    };
}
