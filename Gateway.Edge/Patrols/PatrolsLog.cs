namespace Gateway.Edge.Patrols;

/// <summary>Log messages of patrols, tickets and availability.</summary>
internal static partial class PatrolsLog
{
    [LoggerMessage(EventId = 3301, Level = LogLevel.Information, Message = "Patrol finished: {Devices} devices and {Buses} buses, {Findings} findings, {Repairs} to repair")]
    public static partial void Finished(ILogger logger, int devices, int buses, int findings, int repairs);

    [LoggerMessage(EventId = 3302, Level = LogLevel.Error, Message = "A patrol failed; the next one comes at its time")]
    public static partial void Failed(ILogger logger, Exception error);

    [LoggerMessage(EventId = 3303, Level = LogLevel.Error, Message = "{Code} could not be recorded in the journal; the page shows it all the same")]
    public static partial void NotRecorded(ILogger logger, string code, Exception error);

    [LoggerMessage(EventId = 3304, Level = LogLevel.Error, Message = "{What} could not be written to {Path}; it is remembered until the next stop")]
    public static partial void NotStored(ILogger logger, string what, string path, Exception error);

    [LoggerMessage(EventId = 3305, Level = LogLevel.Error, Message = "The round over the devices' health failed; the next one comes in a few seconds")]
    public static partial void RoundFailed(ILogger logger, Exception error);

    [LoggerMessage(EventId = 3306, Level = LogLevel.Warning, Message = "{Path}: {What} cannot be read and is left out")]
    public static partial void Unreadable(ILogger logger, string what, string path, Exception error);
}
