using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Journal;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Passes;

/// <summary>Cards and codes over HTTP, under <c>/api/passes</c>, for holders of the API key. What is done is on record before it is.</summary>
internal static class PassEndpoints
{
    private const long LargestBody = 4096;

    public static void MapPasses(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/passes").RequireAuthorization(ApiKeyHandler.SchemeName).WithTags("Passes").DisableAntiforgery();
        group.MapGet("/", (Guid? subject, PassBook book) => Json(book.List(subject)));
        group.MapPost("/", IssueAsync).WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        group.MapPost("/{id:guid}/revoke", RevokeAsync);
    }

    private static async Task<Results<JsonHttpResult<IssuedPass>, ProblemHttpResult>> IssueAsync(
        HttpRequest request, PassBook book, PassSecrets secrets, IJournal journal, ILogger<PassBook> logger, CancellationToken cancellationToken)
    {
        var (body, problem) = await RequestBody.ReadAsync<PassRequest>(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (book.Fault(body!) is { } wrong)
        {
            return Bad(wrong);
        }

        var words = body!.Pin ? new LocalizedText($"为 {body.Subject} 发放通行密码", $"A PIN is given to {body.Subject}")
            : body.Card is null ? new LocalizedText($"为 {body.Subject} 发放通行码", $"A code is given to {body.Subject}")
            : new LocalizedText($"为 {body.Subject} 登记门卡", $"A card is given to {body.Subject}");
        if (await ActionAudit.RecordAsync(journal, logger, request.HttpContext, "pass-issue", ActionAudit.Gateway, words) is { } unrecorded)
        {
            return unrecorded;
        }

        Pass? pass;
        string? pin = null;
        PassFault? fault;
        try
        {
            if (body.Pin)
            {
                (pass, pin, fault) = book.IssuePin(body);
            }
            else
            {
                (pass, fault) = book.Issue(body);
            }
        }
        catch (SqliteException error)
        {
            PassesLog.NotGiven(logger, error);
            return Unavailable("Nothing was given, because it could not be written to the disk. Look whether the disk is full, and give it again.");
        }

        return pass is null ? Bad(fault!) : Json(new IssuedPass(pass, pass.Kind == PassKind.Code ? $"/pass/{PassAddress.Key(secrets, pass.Id)}" : null, pin));
    }

    private static async Task<Results<JsonHttpResult<Pass>, ProblemHttpResult>> RevokeAsync(
        Guid id, HttpContext context, PassBook book, IJournal journal, ILogger<PassBook> logger)
    {
        // Taken back first: a card that was lost must open nothing, also while the journal cannot keep up. That is logged then.
        if (book.Revoke(id) is not var (pass, onDisk))
        {
            return TypedResults.Problem($"There is no pass {id}.", statusCode: StatusCodes.Status404NotFound);
        }

        var words = new LocalizedText($"停用 {pass.Subject} 的通行凭证 {id}", $"Pass {id} of {pass.Subject} is taken back");
        await ActionAudit.RecordAsync(journal, logger, context, "pass-revoke", ActionAudit.Gateway, words);
        return onDisk
            ? Json(pass)
            : Unavailable($"Pass {id} is taken back and opens nothing. This is in force until the restart, not yet on the disk: look whether the disk is full, and take it back again. The gateway tries within the hour too.");
    }

    private static JsonHttpResult<T> Json<T>(T value) => TypedResults.Json(value, ResidentsJson.Options);

    private static ProblemHttpResult Unavailable(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status503ServiceUnavailable);

    private static ProblemHttpResult Bad(PassFault fault) => TypedResults.Problem(
        new HttpValidationProblemDetails(new Dictionary<string, string[]>(StringComparer.Ordinal) { [fault.Field] = [fault.Reason.En] })
        {
            Status = StatusCodes.Status400BadRequest,
            Detail = fault.Reason.En,
        });
}
