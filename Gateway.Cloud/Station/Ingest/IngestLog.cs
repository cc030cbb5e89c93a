namespace Gateway.Cloud.Station.Ingest;

internal static partial class IngestLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Nothing can be stored: {Reason} Gateways keep their records; trying again in {Delay}")]
    public static partial void CannotStore(ILogger log, Exception error, string reason, TimeSpan delay);

    [LoggerMessage(Level = LogLevel.Error, Message = "Media cannot be stored: {Reason} Events are stored; gateways are asked for the media again")]
    public static partial void CannotStoreMedia(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} broken chain(s); the first: {Reason}. The events are stored; compare with the gateway's journal")]
    public static partial void ChainBroken(ILogger log, int count, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Storing again")]
    public static partial void StoringAgain(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} message(s) quarantined; the first: {Topic}: {Reason}")]
    public static partial void Quarantined(ILogger log, int count, string topic, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "One message cannot be stored and is put aside: {Reason}")]
    public static partial void PutAside(ILogger log, Exception error, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A receipt for {Compound} was not taken by the broker: {Reason} It will be sent again")]
    public static partial void ReceiptFailed(ILogger log, string compound, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} message(s) arrived faster than they could be stored and were dropped; their gateways are asked to send them again")]
    public static partial void Dropped(ILogger log, long count);
}
