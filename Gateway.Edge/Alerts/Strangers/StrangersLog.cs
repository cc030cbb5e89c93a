namespace Gateway.Edge.Alerts.Strangers;

/// <summary>Log messages of the strangers.</summary>
internal static partial class StrangersLog
{
    [LoggerMessage(EventId = 3101, Level = LogLevel.Error, Message = "{Path} is damaged and begins anew; a stranger of the last minutes may raise one more alert")]
    public static partial void StoreSetAside(ILogger logger, string path, Exception error);

    [LoggerMessage(EventId = 3102, Level = LogLevel.Error, Message = "A stranger was recorded but could not be remembered; after a restart the same face may raise one more alert")]
    public static partial void NotRemembered(ILogger logger, Exception error);
}
