namespace Gateway.Edge.Orders;

/// <summary>Log messages of orders given at the box.</summary>
internal static partial class OrderLog
{
    [LoggerMessage(EventId = 3401, Level = LogLevel.Information, Message = "{Device}: {Order} ordered by {By}: {Outcome}")]
    public static partial void Ordered(ILogger logger, string device, string order, string by, string outcome);

    [LoggerMessage(EventId = 3402, Level = LogLevel.Error, Message = "{Device}: {Order} ordered by {By} ({Outcome}) could not be put on record")]
    public static partial void NotRecorded(ILogger logger, string device, string order, string by, string outcome, Exception error);
}
