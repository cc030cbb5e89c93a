using Gateway.Edge.Access.Vehicles.Parking;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Gateway.Edge.Access.Vehicles.Api;

/// <summary>Parking reports over HTTP: <c>/api/vehicles/reports</c>.</summary>
internal static class ReportEndpoints
{
    // A picture in base64 and some room.
    private const long LargestBody = (ReportPicture.LargestBytes * 4L / 3) + (64 * 1024);

    public static void MapReports(this RouteGroupBuilder group)
    {
        group.MapGet("/reports", List);
        group.MapPost("/reports", Report).WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        group.MapGet("/reports/{id:guid}", Show);
        group.MapPost("/reports/{id:guid}/tell", Tell);
        group.MapPost("/reports/{id:guid}/resolve", Resolve);
        group.MapPost("/reports/{id:guid}/picture", Picture);
    }

    private static async Task<JsonHttpResult<IReadOnlyList<ParkingReport>>> List(IParkingReports reports, bool? open, CancellationToken cancellationToken) =>
        VehicleAnswers.Json(await reports.ListAsync(open ?? true, cancellationToken));

    private static async Task<Results<JsonHttpResult<ParkingReport>, ProblemHttpResult>> Show(Guid id, IParkingReports reports, CancellationToken cancellationToken) =>
        await reports.ShowAsync(id, cancellationToken) is { } report ? VehicleAnswers.Json(report) : VehicleAnswers.Absent("report", id);

    private static async Task<Results<JsonHttpResult<ParkingReport>, ProblemHttpResult>> Report(
        HttpContext context, IParkingReports reports, CancellationToken cancellationToken)
    {
        var (request, problem) = await VehicleBody.ReadAsync<ParkingRequest>(context.Request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var change = await reports.ReportAsync(request!, source: "", ActionAudit.By(context), cancellationToken);
        return change.Report is { } report ? VehicleAnswers.Json(report, StatusCodes.Status201Created) : VehicleAnswers.Refused(change.Refusals);
    }

    private static async Task<Results<JsonHttpResult<ParkingReport>, ProblemHttpResult>> Tell(
        Guid id, HttpContext context, IParkingReports reports, CancellationToken cancellationToken) =>
        await reports.TellOwnerAsync(id, ActionAudit.By(context), cancellationToken) is { } change
            ? change.Report is { } report ? VehicleAnswers.Json(report) : VehicleAnswers.Refused(change.Refusals)
            : VehicleAnswers.Absent("report", id);

    private static async Task<Results<JsonHttpResult<ParkingReport>, ProblemHttpResult>> Resolve(
        Guid id, HttpContext context, IParkingReports reports, CancellationToken cancellationToken) =>
        await reports.ResolveAsync(id, ActionAudit.By(context), cancellationToken) is { } report ? VehicleAnswers.Json(report) : VehicleAnswers.Absent("report", id);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Picture(
        Guid id, HttpContext context, IParkingReports reports, CancellationToken cancellationToken) =>
        await reports.PictureAsync(id, ActionAudit.By(context), cancellationToken) is { } picture
            ? TypedResults.Bytes(picture, "image/jpeg")
            : VehicleAnswers.Absent("picture of report", id);
}
