using System.Globalization;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants.Crew;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Residents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Gateway.Edge.Access.Grants.Api;

/// <summary>Temporary access over HTTP, under <c>/api/grants</c>, for holders of the API key.</summary>
internal static class GrantEndpoints
{
    /// <summary>Member of a problem with every refusal: field, code and both languages.</summary>
    public const string Refusals = "refusals";

    private const long LargestBody = 64 * 1024;

    // Five photos of the largest size allowed, in base64, and some room.
    private const long LargestPhotos = 112L * 1024 * 1024;

    /// <summary>Maps the endpoints.</summary>
    public static IEndpointRouteBuilder MapGrants(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/grants").RequireAuthorization(ApiKeyHandler.SchemeName).WithTags("Grants").DisableAntiforgery();
        group.WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        group.MapGet("/", List);
        group.MapGet("/{id:guid}", Show);
        group.MapPost("/", Add).WithMetadata(new RequestSizeLimitAttribute(LargestPhotos));
        group.MapPost("/{id:guid}/renewal", Renew);
        group.MapPost("/{id:guid}/shortening", Shorten);
        group.MapPost("/{id:guid}/revocation", Revoke);
        group.MapPost("/{id:guid}/departure", Left);
        group.MapPost("/import", Import).WithMetadata(new RequestSizeLimitAttribute(Csv.TableReader.LargestFile + 1));
        group.MapCompound();
        return endpoints;
    }

    /// <summary>A value.</summary>
    public static JsonHttpResult<T> Json<T>(T value, int status = StatusCodes.Status200OK) => TypedResults.Json(value, GrantsJson.Options, statusCode: status);

    /// <summary>There is no such thing.</summary>
    public static ProblemHttpResult Absent(string what, Guid id) => TypedResults.Problem($"There is no {what} {id}.", statusCode: StatusCodes.Status404NotFound);

    private static async Task<Results<JsonHttpResult<IReadOnlyList<GrantView>>, ProblemHttpResult>> List(
        IGrantDesk desk, string? search, string? state, bool? inside, bool? overstaying, int? skip, int? limit, CancellationToken cancellationToken)
    {
        GrantState? only = Enum.TryParse<GrantState>(state, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : null;
        return state is not null && only is null
            ? TypedResults.Problem("state must be coming, running, ended or revoked.", statusCode: StatusCodes.Status400BadRequest)
            : Json(await desk.ListAsync(new GrantFilter(search, only, inside, overstaying, skip ?? 0, limit ?? 200), cancellationToken));
    }

    private static async Task<Results<JsonHttpResult<GrantReport>, ProblemHttpResult>> Show(Guid id, IGrantDesk desk, CancellationToken cancellationToken) =>
        await desk.ShowAsync(id, cancellationToken) is { } report ? Json(report) : Absent("grant", id);

    private static async Task<Results<JsonHttpResult<GrantView>, ProblemHttpResult>> Add(HttpContext context, IGrantDesk desk, CancellationToken cancellationToken)
    {
        var (draft, problem) = await RequestBody.ReadAsync<GrantDraft>(context.Request, cancellationToken, GrantsJson.Options);
        if (problem is not null)
        {
            return problem;
        }

        var change = await desk.AddAsync(draft!, ActionAudit.By(context), cancellationToken);
        if (change.Grant is not { } view)
        {
            return Refused(change.Refusals);
        }

        context.Response.Headers.Location = $"/api/grants/{view.Grant.Id}";
        return Json(view, StatusCodes.Status201Created);
    }

    private static async Task<Results<JsonHttpResult<GrantView>, ProblemHttpResult>> Renew(Guid id, HttpContext context, IGrantDesk desk, CancellationToken cancellationToken)
    {
        var (end, problem) = await RequestBody.ReadAsync<NewEnd>(context.Request, cancellationToken, GrantsJson.Options);
        return problem ?? Answer(id, await desk.RenewAsync(id, end!.Until, ActionAudit.By(context), cancellationToken));
    }

    private static async Task<Results<JsonHttpResult<GrantView>, ProblemHttpResult>> Shorten(Guid id, HttpContext context, IGrantDesk desk, CancellationToken cancellationToken)
    {
        var (end, problem) = await RequestBody.ReadAsync<NewEnd>(context.Request, cancellationToken, GrantsJson.Options);
        return problem ?? Answer(id, await desk.ShortenAsync(id, end!.Until, ActionAudit.By(context), cancellationToken));
    }

    private static async Task<Results<JsonHttpResult<GrantView>, ProblemHttpResult>> Revoke(Guid id, HttpContext context, IGrantDesk desk, CancellationToken cancellationToken) =>
        Answer(id, await desk.RevokeAsync(id, ActionAudit.By(context), cancellationToken));

    private static async Task<Results<JsonHttpResult<GrantView>, ProblemHttpResult>> Left(Guid id, HttpContext context, IGrantDesk desk, CancellationToken cancellationToken) =>
        Answer(id, await desk.LeftAsync(id, ActionAudit.By(context), cancellationToken));

    private static async Task<Results<JsonHttpResult<CrewReport>, ProblemHttpResult>> Import(
        HttpContext context, IGrantDesk desk, string? until, string? from, string? tag, string? host, bool? dryRun, bool? goodRows, CancellationToken cancellationToken)
    {
        if (!Instant(until, out var end) || end is null || !Instant(from, out var begin))
        {
            return TypedResults.Problem("until is needed: an instant such as 2026-06-30T18:00:00+08:00; from likewise, or not at all.", statusCode: StatusCodes.Status400BadRequest);
        }

        try
        {
            using var file = new MemoryStream();
            await context.Request.Body.CopyToAsync(file, cancellationToken);
            var terms = new CrewTerms(end.Value, begin, tag, host, HolidayRule.AnyDay, dryRun ?? false, goodRows ?? false);
            var report = await desk.ImportAsync(file.ToArray(), terms, ActionAudit.By(context), cancellationToken);
            return Json(report, report.FaultCount == 0 || report.Added > 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
        }
        catch (BadHttpRequestException error)
        {
            return TypedResults.Problem(error.Message, statusCode: error.StatusCode);
        }
    }

    private static bool Instant(string? text, out DateTimeOffset? instant)
    {
        instant = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed) ? parsed : null;
        return text is null || instant is not null;
    }

    private static Results<JsonHttpResult<GrantView>, ProblemHttpResult> Answer(Guid id, GrantChange? change) =>
        change is null ? Absent("grant", id) : change.Grant is { } view ? Json(view) : Refused(change.Refusals);

    private static ProblemHttpResult Refused(IReadOnlyList<GrantRefusal> refusals) => TypedResults.Problem(new HttpValidationProblemDetails(
        refusals.GroupBy(refusal => refusal.Field, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(refusal => refusal.Reason.En).ToArray(), StringComparer.Ordinal))
    {
        Title = "This is refused.",
        Status = refusals.All(refusal => refusal.Field == "grant") ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest,
        Extensions = { [Refusals] = refusals },
    });
}
