using Gateway.Drivers.Buses;
using Gateway.Drivers.Buses.Sensors;
using Gateway.Drivers.Buses.Sensors.Sysfs;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Configuration;

/// <content>
/// Sensors: an object <c>{"bus", "source", "device", "channel", "fullScale", "least", "most", "stuckAfter"}</c>.
/// </content>
internal sealed partial class HardwareContext
{
    private static readonly string[] Sources = ["iio", "hwmon", "one-wire"];

    /// <summary>A sensor that the device reads; null after a fault, or where an optional one is absent.</summary>
    /// <param name="section">Where the key stands.</param>
    /// <param name="name">The key.</param>
    /// <param name="unit">What the device needs; a sensor of another unit is a fault.</param>
    /// <param name="required">Whether the key must stand.</param>
    public SensorWire? Sensor(JsonSection section, string name, SensorUnit unit, bool required = true)
    {
        if (section.Section(name, required) is not { } sensor)
        {
            return null;
        }

        var bus = Bus(sensor, "bus", BusUse.Sensors);
        var source = (SensorSource)Math.Max(0, Array.IndexOf(Sources, OneOf(sensor, "source", Sources)));
        var device = sensor.Text("device");
        var channel = sensor.Text("channel", source == SensorSource.OneWire ? "" : null);
        var address = new SensorAddress(source, device, channel)
        {
            FullScale = Number(sensor, "fullScale", 0.001, 1000),
            Least = Number(sensor, "least", -1e6, 1e6),
            Most = Number(sensor, "most", -1e6, 1e6),
            StuckAfter = sensor.Duration("stuckAfter", TimeSpan.FromSeconds(1), TimeSpan.FromHours(24), TimeSpan.Zero) is var after && after > TimeSpan.Zero ? after : null,
        };
        var fits = device.Length == 0 || Measures(sensor, address, unit);
        sensor.Close();
        return fits && bus.Length > 0 ? new SensorWire(bus, address) : null;
    }

    private bool Measures(JsonSection sensor, SensorAddress address, SensorUnit unit)
    {
        try
        {
            var measured = SysfsSources.Unit(address);
            if (measured != unit)
            {
                Fault(
                    sensor,
                    "channel",
                    $"这个通道测量的是 {SensorLimits.Symbol(measured)}，这里需要 {SensorLimits.Symbol(unit)}",
                    $"this channel measures {SensorLimits.Symbol(measured)}, and {SensorLimits.Symbol(unit)} is needed here");
            }

            return measured == unit;
        }
        catch (DeviceFaultException fault)
        {
            Fault(sensor, "channel", $"通道无效：{fault.Message}", fault.Message);
            return false;
        }
    }

    private static double? Number(JsonSection section, string name, double from, double to)
    {
        if (section.Peek(name) is not null)
        {
            return section.Number(name, from, to);
        }

        section.Ignore(name);
        return null;
    }
}
