using Gateway.Edge.Access.Vehicles.Csv;
using Gateway.Edge.Access.Vehicles.Registry;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Gateway.Edge.Access.Vehicles.Api;

/// <summary>Registry and stays over HTTP, under <c>/api/vehicles</c>, for holders of the API key.</summary>
internal static class VehicleEndpoints
{
    private const long LargestBody = 64 * 1024;

    /// <summary>Maps the endpoints, those of notices and reports too.</summary>
    public static IEndpointRouteBuilder MapVehicles(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/vehicles").RequireAuthorization(ApiKeyHandler.SchemeName).WithTags("Vehicles").DisableAntiforgery();
        group.WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        group.MapGet("/", List);
        group.MapPost("/", Add);
        group.MapGet("/{id:guid}", Show);
        group.MapPut("/{id:guid}", Change);
        group.MapDelete("/{id:guid}", Remove);
        group.MapPost("/{id:guid}/phone", Phone);
        group.MapPost("/denials", Deny);
        group.MapPost("/import", Import).WithMetadata(new RequestSizeLimitAttribute(VehicleTable.LargestFile + 1));
        group.MapPost("/export", Export);
        group.MapStays();
        group.MapNotices();
        group.MapReports();
        return endpoints;
    }

    private static async Task<Results<JsonHttpResult<IReadOnlyList<Vehicle>>, ProblemHttpResult>> List(
        IVehicleDesk desk, string? search, string? standing, int? skip, int? limit, CancellationToken cancellationToken)
    {
        var only = standing is null ? null : StandingWords.Parse(standing);
        return standing is not null && only is null
            ? VehicleAnswers.Refused([VehicleRefusals.Standing])
            : VehicleAnswers.Json(await desk.ListAsync(new VehicleFilter(search, only, skip ?? 0, limit ?? 200), cancellationToken));
    }

    private static async Task<Results<JsonHttpResult<Vehicle>, ProblemHttpResult>> Show(Guid id, IVehicleDesk desk, CancellationToken cancellationToken) =>
        await desk.ShowAsync(id, cancellationToken) is { } vehicle ? VehicleAnswers.Json(vehicle) : VehicleAnswers.Absent("vehicle", id);

    private static async Task<Results<JsonHttpResult<Vehicle>, ProblemHttpResult>> Add(HttpContext context, IVehicleDesk desk, CancellationToken cancellationToken)
    {
        var (draft, problem) = await VehicleBody.ReadAsync<VehicleDraft>(context.Request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var change = await desk.AddAsync(draft!, ActionAudit.By(context), cancellationToken);
        if (change.Vehicle is not { } vehicle)
        {
            return VehicleAnswers.Refused(change.Refusals);
        }

        context.Response.Headers.Location = $"/api/vehicles/{vehicle.Id}";
        return VehicleAnswers.Json(vehicle, StatusCodes.Status201Created);
    }

    private static async Task<Results<JsonHttpResult<Vehicle>, ProblemHttpResult>> Change(
        Guid id, HttpContext context, IVehicleDesk desk, CancellationToken cancellationToken)
    {
        var (draft, problem) = await VehicleBody.ReadAsync<VehicleDraft>(context.Request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        return await desk.ChangeAsync(id, draft!, ActionAudit.By(context), cancellationToken) is { } change
            ? change.Vehicle is { } vehicle ? VehicleAnswers.Json(vehicle) : VehicleAnswers.Refused(change.Refusals)
            : VehicleAnswers.Absent("vehicle", id);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(Guid id, HttpContext context, IVehicleDesk desk, CancellationToken cancellationToken) =>
        await desk.RemoveAsync(id, ActionAudit.By(context), cancellationToken) ? TypedResults.NoContent() : VehicleAnswers.Absent("vehicle", id);

    private static async Task<Results<JsonHttpResult<PhoneAnswer>, ProblemHttpResult>> Phone(
        Guid id, HttpContext context, IVehicleDesk desk, CancellationToken cancellationToken) =>
        await desk.RevealPhoneAsync(id, ActionAudit.By(context), cancellationToken) is { } phone
            ? VehicleAnswers.Json(new PhoneAnswer(phone))
            : VehicleAnswers.Absent("number of vehicle", id);

    private static async Task<Results<JsonHttpResult<Vehicle>, ProblemHttpResult>> Deny(HttpContext context, IVehicleDesk desk, CancellationToken cancellationToken)
    {
        var (denial, problem) = await VehicleBody.ReadAsync<VehicleDenial>(context.Request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var change = await desk.DenyAsync(denial!, ActionAudit.By(context), cancellationToken);
        return change.Vehicle is { } vehicle ? VehicleAnswers.Json(vehicle) : VehicleAnswers.Refused(change.Refusals);
    }

    private static async Task<Results<JsonHttpResult<ImportReport>, ProblemHttpResult>> Import(
        HttpContext context, IVehicleDesk desk, bool? dryRun, CancellationToken cancellationToken)
    {
        try
        {
            using var file = new MemoryStream();
            await context.Request.Body.CopyToAsync(file, cancellationToken);
            var report = await desk.ImportAsync(file.ToArray(), dryRun ?? false, ActionAudit.By(context), cancellationToken);
            return VehicleAnswers.Json(report, report.FaultCount == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
        }
        catch (BadHttpRequestException error)
        {
            return TypedResults.Problem(error.Message, statusCode: error.StatusCode);
        }
    }

    // By POST, as it is put on record: nothing that looks ahead at links may cause that.
    private static async Task<FileContentHttpResult> Export(HttpContext context, IVehicleDesk desk, bool? phones, CancellationToken cancellationToken) =>
        TypedResults.Bytes(await desk.ExportAsync(phones ?? false, ActionAudit.By(context), cancellationToken), "text/csv; charset=utf-8", "vehicles.csv");
}
