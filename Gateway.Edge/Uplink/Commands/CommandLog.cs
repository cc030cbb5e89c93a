namespace Gateway.Edge.Uplink.Commands;

/// <summary>Log messages of the commands.</summary>
internal static partial class CommandLog
{
    [LoggerMessage(EventId = 3301, Level = LogLevel.Information, Message = "Command {Name} of officer {Officer}: {Code}")]
    public static partial void Answered(ILogger logger, string name, string officer, string code);

    [LoggerMessage(EventId = 3302, Level = LogLevel.Warning, Message = "A command on {Topic} is refused ({Code}): {Reason}")]
    public static partial void Refused(ILogger logger, string topic, string code, string reason);

    [LoggerMessage(EventId = 3303, Level = LogLevel.Error, Message = "Command {Name} failed in its handler")]
    public static partial void HandlerFailed(ILogger logger, string name, Exception error);

    [LoggerMessage(EventId = 3304, Level = LogLevel.Warning, Message = "The answer to a command could not be sent; the station asks again: {Reason}")]
    public static partial void NotAnswered(ILogger logger, string reason);

    [LoggerMessage(EventId = 3305, Level = LogLevel.Error, Message = "A command could not be put on record: {Reason}")]
    public static partial void NotRecorded(ILogger logger, string reason);

    [LoggerMessage(EventId = 3306, Level = LogLevel.Warning, Message = "{Path} cannot be written, so that after a restart a command of the last minute might count twice: {Reason}")]
    public static partial void FloorNotKept(ILogger logger, string path, string reason);

    [LoggerMessage(EventId = 3307, Level = LogLevel.Error, Message = "Commands failed; going on with the next one")]
    public static partial void Failed(ILogger logger, Exception error);
}
