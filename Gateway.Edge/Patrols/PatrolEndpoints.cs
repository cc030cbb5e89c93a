using Gateway.Drivers.Devices.Patrols;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Journal;
using Gateway.Edge.Patrols.Tickets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Gateway.Edge.Patrols;

/// <summary>Patrols and tickets over HTTP, under <c>/api</c>, for holders of the API key.</summary>
internal static class PatrolEndpoints
{
    private const long LargestNote = 16 * 1024;

    public static void MapPatrols(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api").RequireAuthorization(ApiKeyHandler.SchemeName).WithTags("Patrols").DisableAntiforgery();
        group.MapPost("/patrols", Run);
        group.MapGet("/patrols/last", Last);
        group.MapGet("/tickets", List);
        group.MapPost("/tickets/{id:long}/notes", Note).WithMetadata(new RequestSizeLimitAttribute(LargestNote));
        endpoints.MapReferences();
    }

    private static async Task<Results<JsonHttpResult<PatrolReport>, ProblemHttpResult>> Run(
        HttpContext context, PatrolService patrols, IJournal journal, ILogger<PatrolService> logger, CancellationToken cancellationToken)
    {
        if (await ActionAudit.RecordAsync(journal, logger, context, "patrol-run", ActionAudit.Gateway, PatrolSentences.SentByHand) is { } unrecorded)
        {
            return unrecorded;
        }

        try
        {
            return Json(await patrols.RunAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return TypedResults.Problem("Somebody has cancelled the patrol.", statusCode: StatusCodes.Status409Conflict);
        }
    }

    private static Results<JsonHttpResult<PatrolReport>, ProblemHttpResult> Last(PatrolService patrols) => patrols.Last is { } report
        ? Json(report)
        : TypedResults.Problem("There has been no patrol yet.", statusCode: StatusCodes.Status404NotFound);

    private static JsonHttpResult<IReadOnlyList<RepairTicket>> List(TicketBook book, bool all = false) =>
        Json<IReadOnlyList<RepairTicket>>([.. book.All.Where(ticket => all || ticket.IsOpen)]);

    private static async Task<Results<JsonHttpResult<RepairTicket>, ProblemHttpResult>> Note(
        long id, HttpRequest request, TicketBook book, TimeProvider time, CancellationToken cancellationToken)
    {
        var (body, problem) = await RequestBody.ReadAsync<NoteRequest>(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var text = body!.Text.Trim();
        if (text.Length is 0 or > NoteRequest.Longest)
        {
            return TypedResults.Problem($"A note has 1 to {NoteRequest.Longest} characters.", statusCode: StatusCodes.Status400BadRequest);
        }

        return book.Note(id, text, time.GetUtcNow()) is { } ticket
            ? Json(ticket)
            : TypedResults.Problem($"There is no ticket {id}.", statusCode: StatusCodes.Status404NotFound);
    }

    private static JsonHttpResult<T> Json<T>(T value) => TypedResults.Json(value, PatrolJson.Options);
}
