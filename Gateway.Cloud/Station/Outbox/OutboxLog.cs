namespace Gateway.Cloud.Station.Outbox;

internal static partial class OutboxLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Commands could not be looked after; trying again: {Reason}")]
    public static partial void Failed(ILogger log, Exception error, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Command {Name} to {Compound} could not be issued; trying again: {Reason}")]
    public static partial void NotIssued(ILogger log, string name, string compound, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The broker has not confirmed command {Name} to {Compound} within {Seconds} s; it may have arrived, and is issued again if no answer comes")]
    public static partial void NotConfirmed(ILogger log, string name, string compound, int seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Command {Name} to {Compound} was issued {Attempts} times and is given up: {Reason}")]
    public static partial void GivenUp(ILogger log, string name, string compound, int attempts, string reason);
}
