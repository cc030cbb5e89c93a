namespace Gateway.Edge.Alerts.Sos;

/// <summary>Log messages of the calls for help.</summary>
internal static partial class SosLog
{
    [LoggerMessage(EventId = 3201, Level = LogLevel.Error, Message = "{Device}: no clip of {Camera} for the call: {Reason}")]
    public static partial void NoClip(ILogger logger, string device, string camera, string reason, Exception? error);

    [LoggerMessage(EventId = 3204, Level = LogLevel.Error, Message = "{Device}: too many calls at once; the video of {Camera} is not kept for this one")]
    public static partial void TooManyCalls(ILogger logger, string device, string camera);

    [LoggerMessage(EventId = 3202, Level = LogLevel.Warning, Message = "{Device}: the lamp cannot show the acknowledgement of press {Press}: {Reason}")]
    public static partial void LampFailed(ILogger logger, string device, string press, string reason);

    [LoggerMessage(EventId = 3203, Level = LogLevel.Error, Message = "{Device}: the lamp shows the acknowledgement of press {Press}, which could not be recorded")]
    public static partial void NotRecorded(ILogger logger, string device, string press, Exception error);
}
