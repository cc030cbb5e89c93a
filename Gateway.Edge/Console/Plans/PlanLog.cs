namespace Gateway.Edge.Console.Plans;

/// <summary>Log messages of the plan's pages.</summary>
internal static partial class PlanLog
{
    [LoggerMessage(EventId = 3311, Level = LogLevel.Error, Message = "{What} of {Device} could not be written to plan.db; nothing was changed")]
    public static partial void NotSaved(ILogger logger, string what, string device, Exception error);
}
