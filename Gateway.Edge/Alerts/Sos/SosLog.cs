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

    [LoggerMessage(EventId = 3205, Level = LogLevel.Warning, Message = "{Device}: call {Press} of {PressedAt:O} was under way when the gateway ended; its lamp is lit again")]
    public static partial void TakenUp(ILogger logger, string device, Guid press, DateTimeOffset pressedAt);

    [LoggerMessage(EventId = 3206, Level = LogLevel.Error, Message = "Calls that were under way when the gateway ended are not taken up: the journal cannot be read")]
    public static partial void NotTakenUp(ILogger logger, Exception error);

    [LoggerMessage(EventId = 3207, Level = LogLevel.Warning, Message = "{Device}: presses are drills for {Duration}")]
    public static partial void Drill(ILogger logger, string device, TimeSpan duration);

    [LoggerMessage(EventId = 3208, Level = LogLevel.Information, Message = "{Device}: the alarm was ended by hand")]
    public static partial void Reset(ILogger logger, string device);
}
