using Gateway.Drivers.Buses.Sensors.Sysfs;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Sensors;

/// <summary>The sensors of this machine's kernel.</summary>
internal sealed class SensorsBusKind : BusKind<SensorsBusDescription>
{
    /// <summary>Kind as in the hardware file.</summary>
    public const string Name = "sensors";

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override BusUse Use => BusUse.Sensors;

    /// <inheritdoc/>
    public override BusDescription Read(BusHead head, JsonSection section, HardwareContext context)
    {
        var root = section.Text("root", SysfsSensorBus.DefaultRoot);
        if (!root.StartsWith('/'))
        {
            context.Fault(section, "root", $"应为绝对路径，例如 {SysfsSensorBus.DefaultRoot}", $"expected an absolute path such as {SysfsSensorBus.DefaultRoot}");
        }

        return new SensorsBusDescription(head.Id, root);
    }

    /// <inheritdoc/>
    protected override IBus Open(SensorsBusDescription description, DriverParts parts) => new SysfsSensorBus(
        BusHead.Reporter(description.Id), new Wording($"传感器 {description.Id}", $"Sensors {description.Id}"), description.Root, parts.Clock);
}
