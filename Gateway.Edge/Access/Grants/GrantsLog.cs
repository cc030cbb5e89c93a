namespace Gateway.Edge.Access.Grants;

/// <summary>What grants tell the log. Names and numbers never appear in it.</summary>
internal static partial class GrantsLog
{
    [LoggerMessage(EventId = 3501, Level = LogLevel.Information, Message = "{Grants} grants are registered, {Ended} of them ended while the gateway was down")]
    public static partial void Loaded(ILogger logger, int grants, int ended);

    [LoggerMessage(EventId = 3502, Level = LogLevel.Error, Message = "Row {Row} of {Table} cannot be opened and is not known at the gates; grant it again")]
    public static partial void RowUnreadable(ILogger logger, string table, Guid row, Exception error);

    [LoggerMessage(EventId = 3503, Level = LogLevel.Warning, Message = "Records of grants wait for the journal")]
    public static partial void RecordsWait(ILogger logger, Exception error);

    [LoggerMessage(EventId = 3504, Level = LogLevel.Critical, Message = "{Reason}")]
    public static partial void RegistryDamaged(ILogger logger, string reason);

    [LoggerMessage(EventId = 3505, Level = LogLevel.Error, Message = "Grants that are over cannot be ended on the disk; the gates refuse them all the same. Tried again in {Interval}")]
    public static partial void WatchFailed(ILogger logger, TimeSpan interval, Exception error);

    [LoggerMessage(EventId = 3506, Level = LogLevel.Warning, Message = "{Device} has not confirmed grant {Grant}: {Reason}")]
    public static partial void NotConfirmed(ILogger logger, string device, Guid grant, string reason);

    [LoggerMessage(EventId = 3507, Level = LogLevel.Error, Message = "An entry on grant {Grant} was not stored; it is remembered until the next stop")]
    public static partial void EntryNotStored(ILogger logger, Guid grant, Exception? error);

    [LoggerMessage(EventId = 3508, Level = LogLevel.Error, Message = "The gallery has no room for the worker of a grant; the gates do not know the face until faces were erased and the gateway restarted")]
    public static partial void GalleryFull(ILogger logger, Exception error);

    [LoggerMessage(EventId = 3510, Level = LogLevel.Error, Message = "Vehicles of grant {Grant} could not be given its end and may still be let in; tried again with the next look at the grants")]
    public static partial void VehiclesNotEnded(ILogger logger, Guid grant, Exception error);

    [LoggerMessage(EventId = 3511, Level = LogLevel.Error, Message = "The start of the grants could not be put on the disk; the gates are served and go by what was read. Look after the disk")]
    public static partial void StartNotStored(ILogger logger, Exception error);

    [LoggerMessage(EventId = 3509, Level = LogLevel.Error, Message = "A finding about grant {Grant} could not be put on record")]
    public static partial void FindingNotRecorded(ILogger logger, Guid grant, Exception? error);
}
