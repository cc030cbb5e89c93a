namespace Gateway.Edge.Uplink;

internal static partial class UplinkLog
{
    [LoggerMessage(1, LogLevel.Information, "The uplink goes on after sequence {Receipted} of journal {Journal}; {Media} media wait.")]
    public static partial void Resumed(this ILogger logger, long receipted, Guid journal, long media);

    [LoggerMessage(2, LogLevel.Error, "The uplink failed and starts again in {Delay}; nothing is lost, the journal keeps everything.")]
    public static partial void Failed(this ILogger logger, Exception error, TimeSpan delay);

    [LoggerMessage(3, LogLevel.Critical, "Record {Sequence} ({Kind}, {Bytes} bytes) is refused for good and skipped: {Reason} The station gets a stand-in; the journal keeps the record.")]
    public static partial void RecordRefused(this ILogger logger, long sequence, string kind, int bytes, string reason);

    [LoggerMessage(4, LogLevel.Error, "The broker refuses our events, next attempt in {Delay}: {Reason}")]
    public static partial void Refused(this ILogger logger, TimeSpan delay, string reason);

    [LoggerMessage(5, LogLevel.Warning, "No receipt for {Lag} with {Outstanding} events outstanding: sending {Count} again from {From}.")]
    public static partial void ReceiptsLag(this ILogger logger, TimeSpan lag, long outstanding, long count, long from);

    [LoggerMessage(6, LogLevel.Warning, "{Count} messages from the broker were ignored so far; the last on {Topic}: {Reason}")]
    public static partial void Ignored(this ILogger logger, long count, string topic, string reason);

    [LoggerMessage(7, LogLevel.Warning, "The station misses record {Sequence}, which the journal no longer has.")]
    public static partial void RecordGone(this ILogger logger, long sequence);

    [LoggerMessage(8, LogLevel.Warning, "Medium {Sha256} is not sent: {Reason}")]
    public static partial void MediumSkipped(this ILogger logger, string sha256, string reason);

    [LoggerMessage(11, LogLevel.Error, "Medium {Sha256} ({Bytes} bytes) is refused again and again and given up; the media store keeps it: {Reason}")]
    public static partial void MediumGivenUp(this ILogger logger, string sha256, long bytes, string reason);

    [LoggerMessage(12, LogLevel.Critical, "The station has more records of journal {Journal} than the journal, which ends at {Last}: it was restored from an old copy. Stop the gateway, move the folder journal out of the data directory, and start it: a new journal begins.")]
    public static partial void JournalIsBehind(this ILogger logger, Guid journal, long last);

    [LoggerMessage(9, LogLevel.Error, "The uplink's file is damaged and was put aside as {Path}. Events are sent again from the station's next receipt on.")]
    public static partial void StoreDamaged(this ILogger logger, string path);

    [LoggerMessage(10, LogLevel.Information, "The station asks again for {Count} records from {From} to {To}.")]
    public static partial void GapRequested(this ILogger logger, int count, long from, long to);
}
