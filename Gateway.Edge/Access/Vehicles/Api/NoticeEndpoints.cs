using Gateway.Edge.Access.Vehicles.MoveCar;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Edge.Access.Vehicles.Api;

/// <summary>Move-car notices over HTTP, for the guard: <c>/api/vehicles/notices</c>.</summary>
internal static class NoticeEndpoints
{
    public static void MapNotices(this RouteGroupBuilder group)
    {
        group.MapGet("/notices", List);
        group.MapPost("/notices", Ask);
        group.MapPost("/notices/{id:guid}/phone/owner", (Guid id, HttpContext context, IMoveCarDesk desk, CancellationToken stop) =>
            RevealAsync(id, PhoneOf.Owner, context, desk, stop));
        group.MapPost("/notices/{id:guid}/phone/caller", (Guid id, HttpContext context, IMoveCarDesk desk, CancellationToken stop) =>
            RevealAsync(id, PhoneOf.Caller, context, desk, stop));
        group.MapPost("/notices/{id:guid}/close", Close);
    }

    private static async Task<JsonHttpResult<IReadOnlyList<MoveCarNotice>>> List(IMoveCarDesk desk, bool? pending, CancellationToken cancellationToken) =>
        VehicleAnswers.Json(await desk.ListAsync(pending ?? true, cancellationToken));

    private static async Task<Results<JsonHttpResult<MoveCarAnswer>, ProblemHttpResult>> Ask(HttpContext context, IMoveCarDesk desk, CancellationToken cancellationToken)
    {
        var (request, problem) = await VehicleBody.ReadAsync<MoveCarRequest>(context.Request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var answer = await desk.AskAsync(request!, source: "", cancellationToken);
        return answer.Refusals.Count > 0
            ? VehicleAnswers.Refused(answer.Refusals)
            : VehicleAnswers.Json(answer, answer.Taken ? StatusCodes.Status202Accepted : StatusCodes.Status429TooManyRequests);
    }

    private static async Task<Results<JsonHttpResult<PhoneReveal>, ProblemHttpResult>> RevealAsync(
        Guid id, PhoneOf whose, HttpContext context, IMoveCarDesk desk, CancellationToken cancellationToken) =>
        await desk.RevealAsync(id, whose, ActionAudit.By(context), cancellationToken) is { } reveal ? VehicleAnswers.Json(reveal) : VehicleAnswers.Absent("notice", id);

    private static async Task<Results<JsonHttpResult<MoveCarNotice>, ProblemHttpResult>> Close(
        Guid id, HttpContext context, IMoveCarDesk desk, CancellationToken cancellationToken) =>
        await desk.CloseAsync(id, ActionAudit.By(context), cancellationToken) is { } notice ? VehicleAnswers.Json(notice) : VehicleAnswers.Absent("notice", id);
}
