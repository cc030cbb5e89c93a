using Gateway.Edge.Access.Grants.Api;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Residents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Visitors;

/// <summary>Invitations over HTTP, under <c>/api/visitors</c>, for the staff who act on a resident's behalf with the API key.</summary>
internal static class VisitorEndpoints
{
    private const long LargestBody = 16 * 1024;

    public static void MapVisitors(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/visitors").RequireAuthorization(ApiKeyHandler.SchemeName).WithTags("Visitors").DisableAntiforgery();
        group.WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        group.MapGet("/", (Guid? host, InvitationViews views) => GrantEndpoints.Json(views.List(host)));
        group.MapPost("/", InviteAsync);
        group.MapPost("/{id:guid}/cancellation", (Guid id, HttpContext context, InvitationDesk desk, CancellationToken stop) =>
            ChangeAsync(id, () => desk.CancelAsync(id, host: null, ActionAudit.By(context), stop)));
        group.MapPost("/{id:guid}/link", (Guid id, HttpContext context, InvitationDesk desk, CancellationToken stop) =>
            ChangeAsync(id, () => desk.LinkAsync(id, host: null, ActionAudit.By(context), stop)));
    }

    private static async Task<Results<JsonHttpResult<MadeInvitation>, ProblemHttpResult>> InviteAsync(HttpContext context, InvitationDesk desk, CancellationToken cancellationToken)
    {
        var (draft, problem) = await RequestBody.ReadAsync<InvitationDraft>(context.Request, cancellationToken, GrantsJson.Options);
        return problem ?? await ChangeAsync(draft!.Host, async () => await desk.InviteAsync(draft, ActionAudit.By(context), cancellationToken));
    }

    private static async Task<Results<JsonHttpResult<MadeInvitation>, ProblemHttpResult>> ChangeAsync(Guid id, Func<Task<InvitationChange?>> work)
    {
        try
        {
            return await work() switch
            {
                null => GrantEndpoints.Absent("invitation", id),
                { Invitation: { } invitation, Key: var key } => GrantEndpoints.Json(new MadeInvitation(invitation, key is null ? null : InvitationChange.PageOf(key))),
                { Refusals: var refusals } => Refused(refusals),
            };
        }
        catch (SqliteException)
        {
            return TypedResults.Problem("This could not be written to the disk. Look whether the disk is full, and try again.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static ProblemHttpResult Refused(IReadOnlyList<GrantRefusal> refusals) => TypedResults.Problem(
        new HttpValidationProblemDetails(refusals.GroupBy(refusal => refusal.Field, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(refusal => refusal.Reason.En).ToArray(), StringComparer.Ordinal))
        {
            Status = refusals.All(refusal => refusal.Field == "grant") ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest,
            Detail = string.Join(' ', refusals.Select(refusal => refusal.Reason.En)),
        });
}
