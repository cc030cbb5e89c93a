namespace Gateway.Edge.Alerts.Sos;

/// <summary>Log messages of the calls for help.</summary>
internal static partial class SosLog
{
    [LoggerMessage(EventId = 3201, Level = LogLevel.Warning, Message = "{Device}: an officer has acknowledged press {Press}, but no alarm streetlight is driven here")]
    public static partial void NoLamps(ILogger logger, string device, string press);

    [LoggerMessage(EventId = 3202, Level = LogLevel.Warning, Message = "{Device}: the lamp cannot show the acknowledgement of press {Press}: {Reason}")]
    public static partial void LampFailed(ILogger logger, string device, string press, string reason);

    [LoggerMessage(EventId = 3203, Level = LogLevel.Error, Message = "{Device}: the lamp shows the acknowledgement of press {Press}, which could not be recorded")]
    public static partial void NotRecorded(ILogger logger, string device, string press, Exception error);
}
