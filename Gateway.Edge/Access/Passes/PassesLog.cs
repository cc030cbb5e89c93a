namespace Gateway.Edge.Access.Passes;

/// <summary>Log messages of cards and codes.</summary>
internal static partial class PassesLog
{
    [LoggerMessage(EventId = 3701, Level = LogLevel.Error, Message = "The passes' file was damaged ({Finding}) and is kept in {Folder}: cards and codes open nothing until they are issued again, or the backup is restored")]
    public static partial void Damaged(ILogger logger, string folder, string finding);

    [LoggerMessage(EventId = 3702, Level = LogLevel.Information, Message = "{Count} passes that ended long ago, or whose holders are gone, were erased")]
    public static partial void Erased(ILogger logger, int count);

    [LoggerMessage(EventId = 3703, Level = LogLevel.Error, Message = "Passes that ended could not be erased, or those taken back not written; it is tried again in {Pause}")]
    public static partial void ErasureFailed(ILogger logger, TimeSpan pause, Exception error);

    [LoggerMessage(EventId = 3704, Level = LogLevel.Error, Message = "{Count} passes were taken back and open nothing, but that is not on the disk yet: they would open again after a restart. Look whether the disk is full; it is tried again within the hour")]
    public static partial void RevocationNotWritten(ILogger logger, int count, Exception error);

    [LoggerMessage(EventId = 3705, Level = LogLevel.Error, Message = "A pass could not be written and was not given. Look whether the disk is full")]
    public static partial void NotGiven(ILogger logger, Exception error);
}
