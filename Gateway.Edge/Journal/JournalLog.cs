namespace Gateway.Edge.Journal;

/// <summary>What the journal tells the log.</summary>
internal static partial class JournalLog
{
    [LoggerMessage(1, LogLevel.Information, "Journal {Journal} is open at sequence {Sequence}: {File}")]
    public static partial void Opened(this ILogger logger, Guid journal, long sequence, string file);

    [LoggerMessage(2, LogLevel.Error, "{Records} records could not be made durable. {Reason}")]
    public static partial void AppendFailed(this ILogger logger, int records, string reason, Exception error);

    [LoggerMessage(3, LogLevel.Information, "The journal is writable again after {Failed} failed appends")]
    public static partial void Recovered(this ILogger logger, long failed);

    [LoggerMessage(4, LogLevel.Critical, "The journal was damaged ({Finding}). It is kept in {SetAside}; first unreadable sequence {FirstUnreadable}, {Unreadable} lost, {TakenOver} taken over")]
    public static partial void Damaged(this ILogger logger, string finding, string setAside, long? firstUnreadable, long unreadable, long takenOver);

    [LoggerMessage(5, LogLevel.Warning, "{Count} unfinished media files were removed")]
    public static partial void UnfinishedMediaRemoved(this ILogger logger, int count);
}
