using Gateway.Drivers.Buses.Gpio.Kernel;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Gpio;

/// <summary>The lines of one GPIO chip of this machine's kernel.</summary>
internal sealed class GpioBusKind : BusKind<GpioBusDescription>
{
    /// <summary>Kind as in the hardware file.</summary>
    public const string Name = "gpio";

    private const int MostLabelBytes = 31; // GPIO_MAX_NAME_SIZE less the end mark

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override BusUse Use => BusUse.Digital;

    /// <inheritdoc/>
    public override BusDescription Read(BusHead head, JsonSection section, HardwareContext context)
    {
        var chip = section.Text("chip");
        if (!chip.StartsWith('/') && chip.Length > MostLabelBytes)
        {
            context.Fault(section, "chip", "GPIO 芯片的标签最长 31 个字节", "a GPIO chip's label has at most 31 bytes");
        }

        return new GpioBusDescription(head.Id, chip);
    }

    /// <inheritdoc/>
    protected override IBus Open(GpioBusDescription description, DriverParts parts) => new GpioBus(
        BusHead.Reporter(description.Id),
        new Wording($"GPIO 芯片 {description.Chip}", $"GPIO chip {description.Chip}"),
        description.Chip,
        new LinuxGpio(),
        parts.Clock);
}
