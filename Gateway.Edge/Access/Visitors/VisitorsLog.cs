namespace Gateway.Edge.Access.Visitors;

/// <summary>What invitations tell the log: no names and no keys.</summary>
internal static partial class VisitorsLog
{
    [LoggerMessage(EventId = 3801, Level = LogLevel.Error, Message = "The invitations' file was damaged ({Finding}) and is kept in {Folder}: links to visitors lead nowhere until they are made anew; invitations end as agreed")]
    public static partial void Damaged(ILogger logger, string folder, string finding);

    [LoggerMessage(EventId = 3802, Level = LogLevel.Error, Message = "Invitations could not be looked after; it is tried again in {Pause}. Look whether the disk is full")]
    public static partial void KeepingFailed(ILogger logger, TimeSpan pause, Exception error);
}
