using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Buses.Ocpp;

internal static partial class OcppLog
{
    [LoggerMessage(1, LogLevel.Information, "OCPP bus {Bus} listens on {Address}")]
    public static partial void Listening(ILogger logger, string bus, string address);

    [LoggerMessage(2, LogLevel.Information, "Charger {Charger}: {Reason}")]
    public static partial void Link(ILogger logger, string charger, string reason);

    [LoggerMessage(3, LogLevel.Warning, "Charger {Charger} broke the protocol ({Code}): {Words}")]
    public static partial void Fault(ILogger logger, string charger, string code, string words);

    [LoggerMessage(4, LogLevel.Warning, "Refused a connection from {Address} that calls itself {Charger}: {Reason}")]
    public static partial void Refused(ILogger logger, string address, string charger, string reason);

    [LoggerMessage(5, LogLevel.Warning, "Charger {Charger}: nobody takes its events, so that one was dropped; {Count} in all")]
    public static partial void Dropped(ILogger logger, string charger, long count);

    [LoggerMessage(6, LogLevel.Error, "Charger {Charger}: its connection failed and was closed")]
    public static partial void Failed(ILogger logger, Exception error, string charger);
}
