namespace Gateway.Edge.Privacy;

/// <summary>What the privacy desk tells the log. Names never appear in it.</summary>
internal static partial class PrivacyLog
{
    [LoggerMessage(EventId = 6701, Level = LogLevel.Warning, Message = "Records of the privacy desk wait for the journal")]
    public static partial void RecordsWait(ILogger logger, Exception error);

    [LoggerMessage(EventId = 6702, Level = LogLevel.Critical, Message = "{Reason}")]
    public static partial void Damaged(ILogger logger, string reason);

    [LoggerMessage(EventId = 6703, Level = LogLevel.Error, Message = "Erasure {Erasure} stopped at {Store}; it goes on within {Pause}")]
    public static partial void ErasureStopped(ILogger logger, Guid erasure, string store, TimeSpan pause, Exception error);

    [LoggerMessage(EventId = 6704, Level = LogLevel.Information, Message = "Erasure {Erasure} is complete")]
    public static partial void ErasureDone(ILogger logger, Guid erasure);

    [LoggerMessage(EventId = 6705, Level = LogLevel.Error, Message = "Export {Export} failed")]
    public static partial void ExportFailed(ILogger logger, Guid export, Exception error);

    [LoggerMessage(EventId = 6706, Level = LogLevel.Error, Message = "The consent ledger could not be brought up to date; it is tried again within {Pause}")]
    public static partial void LedgerFailed(ILogger logger, TimeSpan pause, Exception error);

    [LoggerMessage(EventId = 6708, Level = LogLevel.Warning, Message = "The journal could not be counted for the privacy page; it is tried again within {Pause}")]
    public static partial void NotCounted(ILogger logger, TimeSpan pause, Exception error);

    [LoggerMessage(EventId = 6707, Level = LogLevel.Error, Message = "The plan of erasure {Erasure} cannot be opened; look into keys/privacy.key, or erase the person again")]
    public static partial void PlanUnreadable(ILogger logger, Guid erasure, Exception error);
}
