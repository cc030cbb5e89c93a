using Gateway.Cloud.Contract;
using Gateway.Edge.Access;
using Gateway.Edge.Journal;
using Gateway.Edge.Orders;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Edge.Console.GateDisplays;

/// <summary>The displays' stream, and over the local socket their keys under <c>/api/displays</c>.</summary>
internal static class DisplayEndpoints
{
    public static void MapGateDisplays(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/gate/{id}/stream", Stream).AllowAnonymous();
        var keys = endpoints.MapGroup("/api/displays").RequireAuthorization(ApiKeyHandler.SchemeName).RequireLocalSocket().WithTags("Displays").DisableAntiforgery();
        keys.MapPost("/{id}/link", LinkAsync);
        keys.MapPost("/{id}/revoke", RevokeAsync);
    }

    private static Results<ServerSentEventsResult<string>, StatusCodeHttpResult> Stream(
        HttpContext context, string id, string? key, DisplayAccess access, DisplayStream stream, IHostApplicationLifetime lifetime)
    {
        if (access.Find(context, id, key) is not { } gate)
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        context.Response.RegisterForDispose(ended);
        return TypedResults.ServerSentEvents(stream.ReadAsync(gate, () => access.StillAllowed(context, id, key), ended.Token));
    }

    private static async Task<Results<JsonHttpResult<DisplayLink>, ProblemHttpResult>> LinkAsync(
        string id, HttpContext context, DisplayReader displays, DisplayKeys keys, IJournal journal, ILogger<DisplayLink> logger)
    {
        if (displays.Find(id) is not { } gate)
        {
            return Absent(id);
        }

        var words = new LocalizedText("取得门口显示屏的地址", "The address of the gate's display is handed out");
        return await ActionAudit.RecordAsync(journal, logger, context, "display-link", id, words) is { } unrecorded
            ? unrecorded
            : TypedResults.Json(new DisplayLink(id, $"/gate/{gate.Id}?key={keys.Load(gate.Id.Value)}"));
    }

    private static async Task<Results<JsonHttpResult<DisplayRevocation>, ProblemHttpResult>> RevokeAsync(
        string id, HttpContext context, DisplayReader displays, DisplayKeys keys, IJournal journal, ILogger<DisplayLink> logger)
    {
        if (displays.Find(id) is null)
        {
            return Absent(id);
        }

        var words = new LocalizedText("作废门口显示屏的地址", "The address of the gate's display is made void");
        if (await ActionAudit.RecordAsync(journal, logger, context, "display-revoke", id, words) is { } unrecorded)
        {
            return unrecorded;
        }

        return TypedResults.Json(new DisplayRevocation(id, keys.Revoke(id)));
    }

    private static ProblemHttpResult Absent(string id) => TypedResults.Problem($"There is no face gate {id}.", statusCode: StatusCodes.Status404NotFound);
}
