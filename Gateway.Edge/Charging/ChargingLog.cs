using Gateway.Edge.Charging.Rules;

namespace Gateway.Edge.Charging;

/// <summary>Log lines of charging sessions.</summary>
internal static partial class ChargingLog
{
    [LoggerMessage(EventId = 5201, Level = LogLevel.Warning, Message = "Records of charging wait in charging.db for the journal")]
    public static partial void RecordsWait(ILogger logger, Exception error);

    [LoggerMessage(EventId = 5202, Level = LogLevel.Information, Message = "Charging at outlet {Outlet} of {Device} begins")]
    public static partial void Begun(ILogger logger, string device, string outlet);

    [LoggerMessage(EventId = 5203, Level = LogLevel.Information, Message = "Charging at outlet {Outlet} of {Device} ended: {Reason}, {WattHours:0} Wh, cut-off proven: {Proven}")]
    public static partial void Ended(ILogger logger, string device, string outlet, EndReason reason, double wattHours, bool proven);

    [LoggerMessage(EventId = 5204, Level = LogLevel.Error, Message = "Charging at outlet {Outlet} of {Device} could not be cut off and is tried again")]
    public static partial void NotCutOff(ILogger logger, string device, string outlet, Exception error);

    [LoggerMessage(EventId = 5205, Level = LogLevel.Error, Message = "Charging sessions could not be looked after; tried again in {Delay}")]
    public static partial void RoundFailed(ILogger logger, TimeSpan delay, Exception error);

    [LoggerMessage(EventId = 5206, Level = LogLevel.Error, Message = "Charging at outlet {Outlet} of {Device} could not be written; it is tried again")]
    public static partial void NotWritten(ILogger logger, string device, string outlet, Exception error);

    [LoggerMessage(EventId = 5207, Level = LogLevel.Warning, Message = "charging.db was damaged: {Finding}")]
    public static partial void Damaged(ILogger logger, string finding);

    [LoggerMessage(EventId = 5208, Level = LogLevel.Warning, Message = "{Count} charging sessions were under way when the gateway stopped; each has ended")]
    public static partial void Interrupted(ILogger logger, int count);

    [LoggerMessage(EventId = 5209, Level = LogLevel.Warning, Message = "Outlet {Outlet} of {Device} could not be switched on")]
    public static partial void NotSwitchedOn(ILogger logger, string device, string outlet, Exception error);

    [LoggerMessage(EventId = 5210, Level = LogLevel.Information, Message = "Outlet {Outlet} of {Device} is hot: the other outlets are cut off too")]
    public static partial void Neighbours(ILogger logger, string device, string outlet);

    [LoggerMessage(EventId = 5211, Level = LogLevel.Error, Message = "What a stop left behind of charging could not be written; it is tried again")]
    public static partial void StartNotStored(ILogger logger, Exception error);
}
