namespace Gateway.Drivers.Buses.Sensors;

/// <summary>The kernel's subsystem that a sensor's driver belongs to.</summary>
public enum SensorSource
{
    /// <summary>Industrial I/O: converters and precise meters.</summary>
    Iio,

    /// <summary>Hardware monitoring: temperature and power chips.</summary>
    Hwmon,

    /// <summary>Dallas 1-wire thermometers.</summary>
    OneWire,
}
