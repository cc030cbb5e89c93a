namespace Gateway.Edge.Digest;

/// <summary>Log messages of the digest.</summary>
internal static partial class DigestLog
{
    [LoggerMessage(EventId = 6801, Level = LogLevel.Error, Message = "The digest {Path} cannot be used and is tried again in {Pause}; until then the history is searched slowly, and reports are not up to date")]
    public static partial void Failed(ILogger logger, string path, TimeSpan pause, Exception error);

    [LoggerMessage(EventId = 6802, Level = LogLevel.Information, Message = "The digest {Path} is up to date: {Records} records were read")]
    public static partial void CaughtUp(ILogger logger, string path, long records);
}
