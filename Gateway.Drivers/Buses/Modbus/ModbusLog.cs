using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Buses.Modbus;

internal static partial class ModbusLog
{
    [LoggerMessage(1, LogLevel.Information, "Modbus {Bus} is connected")]
    public static partial void Connected(ILogger logger, string bus);

    [LoggerMessage(2, LogLevel.Warning, "Modbus {Bus} is lost and opened again: {Reason}")]
    public static partial void Lost(ILogger logger, string bus, string reason);

    [LoggerMessage(3, LogLevel.Error, "Modbus {Bus}: a transaction failed in an unforeseen way")]
    public static partial void Unforeseen(ILogger logger, Exception error, string bus);

    [LoggerMessage(4, LogLevel.Warning, "An output could not be returned to its safe level: {Reason}")]
    public static partial void NotSafe(ILogger logger, string reason);
}
