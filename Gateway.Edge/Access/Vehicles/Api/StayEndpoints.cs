using Gateway.Edge.Access.Vehicles.Stays;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Edge.Access.Vehicles.Api;

/// <summary>Stays over HTTP: <c>/api/vehicles/stays</c> and <c>/api/vehicles/occupancy</c>.</summary>
internal static class StayEndpoints
{
    public static void MapStays(this RouteGroupBuilder group)
    {
        group.MapGet("/occupancy", Occupancy);
        group.MapGet("/stays", List);
        group.MapPost("/stays", Begin);
        group.MapGet("/stays/{id:guid}", Show);
        group.MapPost("/stays/{id:guid}/end", (Guid id, HttpContext context, IVehicleStays stays, CancellationToken stop) =>
            CorrectAsync(id, context, stays.EndAsync, stop));
        group.MapPost("/stays/{id:guid}/settle", (Guid id, HttpContext context, IVehicleStays stays, CancellationToken stop) =>
            CorrectAsync(id, context, stays.SettleAsync, stop));
        group.MapPost("/stays/{id:guid}/minutes", (Guid id, HttpContext context, IVehicleStays stays, CancellationToken stop) =>
            CorrectAsync(id, context, stays.AddMinutesAsync, stop));
    }

    private static async Task<JsonHttpResult<Occupancy>> Occupancy(IVehicleStays stays, CancellationToken cancellationToken) =>
        VehicleAnswers.Json(await stays.OccupancyAsync(cancellationToken));

    private static async Task<JsonHttpResult<IReadOnlyList<Stay>>> List(
        IVehicleStays stays,
        string? plate,
        bool? inside,
        bool? overstaying,
        DateTimeOffset? since,
        DateTimeOffset? until,
        int? skip,
        int? limit,
        CancellationToken cancellationToken) =>
        VehicleAnswers.Json(await stays.ListAsync(new StayFilter(plate, inside, overstaying ?? false, since, until, skip ?? 0, limit ?? 100), cancellationToken));

    private static async Task<Results<JsonHttpResult<Stay>, ProblemHttpResult>> Show(Guid id, IVehicleStays stays, CancellationToken cancellationToken) =>
        await stays.ShowAsync(id, cancellationToken) is { } stay ? VehicleAnswers.Json(stay) : VehicleAnswers.Absent("stay", id);

    private static async Task<Results<JsonHttpResult<Stay>, ProblemHttpResult>> Begin(HttpContext context, IVehicleStays stays, CancellationToken cancellationToken)
    {
        var (entry, problem) = await VehicleBody.ReadAsync<StayEntry>(context.Request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var change = await stays.BeginAsync(entry!.Plate, new StayCorrection(entry.Reason, entry.At), ActionAudit.By(context), cancellationToken);
        return change.Stay is { } stay ? VehicleAnswers.Json(stay, StatusCodes.Status201Created) : VehicleAnswers.Refused(change.Refusals);
    }

    private static async Task<Results<JsonHttpResult<Stay>, ProblemHttpResult>> CorrectAsync(
        Guid id, HttpContext context, Func<Guid, StayCorrection, string, CancellationToken, Task<StayChange?>> correct, CancellationToken cancellationToken)
    {
        var (correction, problem) = await VehicleBody.ReadAsync<StayCorrection>(context.Request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        return await correct(id, correction!, ActionAudit.By(context), cancellationToken) is { } change
            ? change.Stay is { } stay ? VehicleAnswers.Json(stay) : VehicleAnswers.Refused(change.Refusals)
            : VehicleAnswers.Absent("stay", id);
    }
}
