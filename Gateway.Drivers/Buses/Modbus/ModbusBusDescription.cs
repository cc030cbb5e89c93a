using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.Buses.Modbus;

/// <summary>A Modbus bus of the hardware file.</summary>
/// <param name="Id">Unique among the buses.</param>
/// <param name="Kind"><c>modbus-tcp</c> or <c>modbus-rtu</c>.</param>
internal sealed record ModbusBusDescription(string Id, string Kind) : BusDescription(Id, Kind)
{
    /// <summary>How it is reached.</summary>
    public required ModbusSettings Settings { get; init; }
}
