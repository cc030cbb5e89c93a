using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Edge.Access;

/// <summary>Puts on record what somebody is about to do through the API.</summary>
internal static partial class ActionAudit
{
    /// <summary>The device of what concerns them all.</summary>
    public const string Gateway = "gateway";

    /// <summary>What is known of who asks: the account or the kind of key, and from where.</summary>
    public static string By(HttpContext context) => ByName(context.User.Identity?.Name, context);

    /// <summary>The same for somebody whom the request does not name itself; null for nobody in particular.</summary>
    public static string ByName(string? name, HttpContext context) =>
        $"{name ?? "unknown"}, {context.Connection.RemoteIpAddress?.ToString() ?? "local socket"}";

    /// <summary>Completes when the record is durable or cannot be made; the record is under way when this returns.</summary>
    /// <returns>The answer where it cannot be made, null where it is.</returns>
    public static async Task<ProblemHttpResult?> RecordAsync(IJournal journal, ILogger logger, HttpContext context, string name, string device, LocalizedText words)
    {
        var by = By(context);
        var data = new ActionAuditData(ActionAuditData.ByHand, name, device, by, words);
        try
        {
            // Not cancelled with the request: whether something was done must not depend on who waits for the answer.
            await journal.AppendAsync(JournalEntry.Of(EventKind.Audit, EventPriority.Normal, device, data), CancellationToken.None);
            return null;
        }
        catch (JournalUnavailableException error)
        {
            NotRecorded(logger, name, device, by, error);
            return TypedResults.Problem(
                $"Nothing was done, because it cannot be put on record: {error.Message}", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    [LoggerMessage(EventId = 3301, Level = LogLevel.Error, Message = "{Action} at {Device} by {By} could not be put on record")]
    private static partial void NotRecorded(ILogger logger, string action, string device, string by, Exception error);
}
