using Gateway.Drivers.Configuration;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Buses.Modbus;

/// <summary>Modbus over TCP.</summary>
internal sealed class ModbusTcpBusKind : BusKind<ModbusBusDescription>
{
    /// <inheritdoc/>
    public override string Kind => "modbus-tcp";

    /// <inheritdoc/>
    public override BusUse Use => BusUse.Digital | BusUse.Registers;

    /// <inheritdoc/>
    public override BusDescription Read(BusHead head, JsonSection section, HardwareContext context)
    {
        var settings = new ModbusTcpSettings(section.Text("host"), section.Whole("port", 1, 65535, 502));
        if (settings.Host.Length > 0 && Uri.CheckHostName(settings.Host) == UriHostNameType.Unknown)
        {
            context.Fault(
                section, "host", $"\"{settings.Host}\" 不是主机名或地址：不要写端口和协议", $"\"{settings.Host}\" is no host name or address: write it without port and scheme");
        }

        return new ModbusBusDescription(head.Id, Kind) { Settings = ModbusKeys.Read(section, settings) };
    }

    /// <inheritdoc/>
    protected override IBus Open(ModbusBusDescription description, DriverParts parts) =>
        new ModbusBus(BusHead.Reporter(description.Id), Kind, description.Settings, parts.Clock, parts.Random, parts.Loggers.CreateLogger<ModbusBus>());
}
