using System.Globalization;
using Gateway.Drivers.Configuration;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Buses.Modbus;

/// <summary>Modbus over a serial line.</summary>
internal sealed class ModbusRtuBusKind : BusKind<ModbusBusDescription>
{
    private static readonly string[] Parities = ["none", "even", "odd"];

    /// <inheritdoc/>
    public override string Kind => "modbus-rtu";

    /// <inheritdoc/>
    public override BusUse Use => BusUse.Digital | BusUse.Registers;

    /// <inheritdoc/>
    public override BusDescription Read(BusHead head, JsonSection section, HardwareContext context)
    {
        var device = section.Text("device");
        if (device.Length > 0 && (!device.StartsWith("/dev/", StringComparison.Ordinal) || device.Any(char.IsControl)))
        {
            context.Fault(section, "device", "应为 /dev/ 下的串口，例如 /dev/serial/by-id/…", "expected a serial device under /dev/, such as /dev/serial/by-id/...");
        }

        var baud = section.Whole("baud", 1200, 115200, 9600);
        if (!ModbusRtuSettings.BaudRates.Contains(baud))
        {
            var known = string.Join(", ", ModbusRtuSettings.BaudRates.Select(rate => rate.ToString(CultureInfo.InvariantCulture)));
            context.Fault(section, "baud", $"不支持的波特率，可用：{known}", $"not a baud rate that can be set; known: {known}");
        }

        var parity = context.OneOf(section, "parity", Parities, "none") switch { "even" => 'E', "odd" => 'O', _ => 'N' };
        var settings = new ModbusRtuSettings(device, baud, parity, section.Whole("stopBits", 1, 2, 1));
        return new ModbusBusDescription(head.Id, Kind) { Settings = ModbusKeys.Read(section, settings) };
    }

    /// <inheritdoc/>
    protected override IBus Open(ModbusBusDescription description, DriverParts parts) =>
        new ModbusBus(BusHead.Reporter(description.Id), Kind, description.Settings, parts.Clock, parts.Random, parts.Loggers.CreateLogger<ModbusBus>());
}
