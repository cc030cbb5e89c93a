using Gateway.Edge.Access.Residents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Gateway.Edge.Access.Passes;

/// <summary>Cards, codes and PINs over HTTP, under <c>/api/passes</c>, for holders of the API key.</summary>
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

    private static async Task<Results<JsonHttpResult<IssuedPass>, ProblemHttpResult>> IssueAsync(HttpRequest request, PassDesk desk, CancellationToken cancellationToken)
    {
        var (body, problem) = await RequestBody.ReadAsync<PassRequest>(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        return await desk.IssueAsync(body!, request.HttpContext) switch
        {
            { Issued: { } issued } => Json(issued),
            { Fault: { } fault } => Bad(fault),
            var (_, _, failure) => failure!,
        };
    }

    private static async Task<Results<JsonHttpResult<Pass>, ProblemHttpResult>> RevokeAsync(Guid id, HttpContext context, PassDesk desk) => await desk.RevokeAsync(id, context) switch
    {
        null => TypedResults.Problem($"There is no pass {id}.", statusCode: StatusCodes.Status404NotFound),
        { OnDisk: true, Pass: var pass } => Json(pass),
        _ => Unavailable($"Pass {id} is taken back and opens nothing. This is in force until the restart, not yet on the disk: look whether the disk is full, and take it back again. The gateway tries within the hour too."),
    };

    private static JsonHttpResult<T> Json<T>(T value) => TypedResults.Json(value, ResidentsJson.Options);

    private static ProblemHttpResult Unavailable(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status503ServiceUnavailable);

    private static ProblemHttpResult Bad(PassFault fault) => TypedResults.Problem(
        new HttpValidationProblemDetails(new Dictionary<string, string[]>(StringComparer.Ordinal) { [fault.Field] = [fault.Reason.En] })
        {
            Status = StatusCodes.Status400BadRequest,
            Detail = fault.Reason.En,
        });
}
