namespace Gateway.Edge.Access.Vehicles;

/// <summary>What vehicles tell the log. Names, numbers and plates never appear in it.</summary>
internal static partial class VehiclesLog
{
    [LoggerMessage(EventId = 3401, Level = LogLevel.Information, Message = "{Vehicles} vehicles are registered, {Inside} are inside")]
    public static partial void Loaded(ILogger logger, int vehicles, int inside);

    [LoggerMessage(EventId = 3402, Level = LogLevel.Error, Message = "Vehicle {Vehicle} cannot be opened and is not known at the barriers; register it again")]
    public static partial void VehicleUnreadable(ILogger logger, Guid vehicle, Exception error);

    [LoggerMessage(EventId = 3403, Level = LogLevel.Warning, Message = "Records of vehicles wait for the journal")]
    public static partial void RecordsWait(ILogger logger, Exception error);

    [LoggerMessage(EventId = 3404, Level = LogLevel.Critical, Message = "{Reason}")]
    public static partial void RegistryDamaged(ILogger logger, string reason);

    [LoggerMessage(EventId = 3405, Level = LogLevel.Error, Message = "Vehicles cannot be looked over for stays that are too long; tried again in {Interval}")]
    public static partial void WatchFailed(ILogger logger, TimeSpan interval, Exception error);

    [LoggerMessage(EventId = 3406, Level = LogLevel.Error, Message = "What is due to be erased of vehicles could not be; tried again in {Interval}")]
    public static partial void ErasureFailed(ILogger logger, TimeSpan interval, Exception error);

    [LoggerMessage(EventId = 3407, Level = LogLevel.Warning, Message = "The message service did not take notice {Notice}, try {Attempt}: {Reason}")]
    public static partial void NoticeNotTaken(ILogger logger, Guid notice, int attempt, string reason);

    [LoggerMessage(EventId = 3408, Level = LogLevel.Error, Message = "Move-car notices cannot be sent; tried again in {Pause}")]
    public static partial void QueueFailed(ILogger logger, TimeSpan pause, Exception error);

    [LoggerMessage(EventId = 3409, Level = LogLevel.Error, Message = "Row {Row} of {Table} cannot be read and is left out")]
    public static partial void RowUnreadable(ILogger logger, string table, Guid row, Exception error);

    [LoggerMessage(EventId = 3410, Level = LogLevel.Error, Message = "A passing at {Barrier} was not stored; it is remembered until the next stop")]
    public static partial void PassingNotStored(ILogger logger, string barrier, Exception error);
}
