namespace Gateway.Edge.Storage;

/// <summary>Log messages of small databases.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(EventId = 3201, Level = LogLevel.Error, Message = "{Path} was damaged and is kept as {SetAside}; a new one begins")]
    public static partial void SetAside(ILogger logger, string path, string setAside, Exception error);

    [LoggerMessage(EventId = 3202, Level = LogLevel.Error, Message = "{Path} cannot be used; what belongs there is remembered until the next stop only")]
    public static partial void Unusable(ILogger logger, string path, Exception error);
}
