namespace Gateway.Edge.Alerts.Strangers;

/// <summary>Log messages of the strangers.</summary>
internal static partial class StrangersLog
{
    [LoggerMessage(EventId = 3101, Level = LogLevel.Error, Message = "{Path} was damaged and is kept as {SetAside}; strangers begin anew, and one of the last minutes may raise one more alert.")]
    public static partial void StoreSetAside(ILogger logger, string path, string setAside, Exception error);

    [LoggerMessage(EventId = 3103, Level = LogLevel.Error, Message = "{Path} cannot be used; strangers are remembered until the next stop only.")]
    public static partial void StoreUnusable(ILogger logger, string path, Exception error);

    [LoggerMessage(EventId = 3104, Level = LogLevel.Warning, Message = "{Path}: a stranger cannot be read and is forgotten.")]
    public static partial void RowUnreadable(ILogger logger, string path, Exception error);

    [LoggerMessage(EventId = 3105, Level = LogLevel.Error, Message = "Strangers that have left the window could not be erased; trying again in {Delay}")]
    public static partial void NotErased(ILogger logger, TimeSpan delay, Exception error);

    [LoggerMessage(EventId = 3102, Level = LogLevel.Error, Message = "A stranger was recorded but could not be remembered; after a restart the same face may raise one more alert")]
    public static partial void NotRemembered(ILogger logger, Exception error);

    [LoggerMessage(EventId = 3105, Level = LogLevel.Error, Message = "{Gate}: the portrait of a stranger could not be kept; the alert goes out without it")]
    public static partial void PortraitNotKept(ILogger logger, string gate, Exception error);

    [LoggerMessage(EventId = 3106, Level = LogLevel.Error, Message = "Visits of strangers could not be kept or erased in their file; trying again with the next sighting and every few minutes")]
    public static partial void VisitNotKept(ILogger logger, Exception error);

    [LoggerMessage(EventId = 3107, Level = LogLevel.Error, Message = "{Gate}: a stranger who lingers could not be put on record; trying again with the next sighting")]
    public static partial void LingeringNotTold(ILogger logger, string gate, Exception error);
}
