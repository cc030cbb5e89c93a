using Gateway.Edge.Access.Grants.Compound;
using Gateway.Edge.Access.Residents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Edge.Access.Grants.Api;

/// <summary>Holidays, lockdown and leases over HTTP.</summary>
internal static class CompoundEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapCompound(this RouteGroupBuilder group)
    {
        group.MapGet("/rules", Rules);
        group.MapPut("/rules/holidays", SetHolidays);
        group.MapPut("/rules/lockdown", SetLockdown);
        group.MapGet("/leases", Leases);
        group.MapPut("/leases/{resident:guid}", SetLease);
    }

    private static async Task<JsonHttpResult<CompoundRules>> Rules(ICompoundDesk desk, CancellationToken cancellationToken) =>
        GrantEndpoints.Json(await desk.RulesAsync(cancellationToken));

    private static async Task<Results<JsonHttpResult<CompoundRules>, ProblemHttpResult>> SetHolidays(HttpContext context, ICompoundDesk desk, CancellationToken cancellationToken)
    {
        var (days, problem) = await RequestBody.ReadAsync<List<DateOnly>>(context.Request, cancellationToken, GrantsJson.Options);
        return problem is not null ? problem
            : await desk.SetHolidaysAsync(days!, ActionAudit.By(context), cancellationToken) is { } rules ? GrantEndpoints.Json(rules)
            : TypedResults.Problem($"At most {ICompoundDesk.MostHolidays} holidays are kept; leave out those that have passed.", statusCode: StatusCodes.Status400BadRequest);
    }

    private static async Task<Results<JsonHttpResult<CompoundRules>, ProblemHttpResult>> SetLockdown(HttpContext context, ICompoundDesk desk, CancellationToken cancellationToken)
    {
        var (body, problem) = await RequestBody.ReadAsync<LockdownRequest>(context.Request, cancellationToken, GrantsJson.Options);
        return problem is not null ? problem : GrantEndpoints.Json(await desk.SetLockdownAsync(body!.Active, ActionAudit.By(context), why: null, cancellationToken));
    }

    private static async Task<JsonHttpResult<IReadOnlyList<Lease>>> Leases(ICompoundDesk desk, CancellationToken cancellationToken) =>
        GrantEndpoints.Json(await desk.LeasesAsync(cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> SetLease(Guid resident, HttpContext context, ICompoundDesk desk, CancellationToken cancellationToken)
    {
        var (body, problem) = await RequestBody.ReadAsync<LeaseRequest>(context.Request, cancellationToken, GrantsJson.Options);
        return problem is not null ? problem
            : await desk.SetLeaseAsync(resident, body!.End, ActionAudit.By(context), cancellationToken) ? TypedResults.NoContent()
            : GrantEndpoints.Absent("resident", resident);
    }
}
