using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.FaceGates.Terminals;

internal static partial class TerminalLog
{
    [LoggerMessage(1, LogLevel.Warning, "{Terminal}: its question {Serial} was not answered: {Cause}")]
    public static partial void Unanswered(ILogger logger, string terminal, long serial, string cause);

    [LoggerMessage(2, LogLevel.Warning, "{Terminal}: its question {Serial} was not decided in time and is answered with no: {Cause}")]
    public static partial void Undecided(ILogger logger, string terminal, long serial, string cause);

    [LoggerMessage(3, LogLevel.Information, "{Terminal}: its clock was off by {Drift} and was set")]
    public static partial void ClockSet(ILogger logger, string terminal, TimeSpan drift);

    [LoggerMessage(4, LogLevel.Information, "{Terminal}: the address to push to was applied")]
    public static partial void ListenerApplied(ILogger logger, string terminal);

    [LoggerMessage(5, LogLevel.Warning, "{Terminal}: what is known of it could not be saved: {Cause}")]
    public static partial void NotSaved(ILogger logger, string terminal, string cause);
}
