using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Sensors.Sysfs;

/// <summary>The kernel's subsystems.</summary>
internal static class SysfsSources
{
    public static ISysfsSource Of(SensorSource source) => source switch
    {
        SensorSource.Iio => new IioSource(),
        SensorSource.Hwmon => new HwmonSource(),
        _ => new OneWireSource(),
    };

    /// <summary>The unit in which a sensor is read.</summary>
    /// <exception cref="DeviceFaultException">The channel is not one of the subsystem's, or a share is asked of something that is no voltage.</exception>
    public static SensorUnit Unit(SensorAddress address)
    {
        var unit = Of(address.Source).Unit(address.Channel);
        if (address.FullScale is null)
        {
            return unit;
        }

        return unit == SensorUnit.Volt ? SensorUnit.Fraction : throw new DeviceFaultException(
            $"Sensor {address.Device} {address.Channel} cannot be read as a share of a full scale: it is no voltage.");
    }
}
