using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Gateway.Edge.Access.Residents;

/// <summary>The registry over HTTP, under <c>/api/residents</c>, for holders of the API key.</summary>
internal static class ResidentEndpoints
{
    // Five photos of the largest size allowed, in base64, and some room.
    private const long LargestBody = 112L * 1024 * 1024;

    /// <summary>Maps the endpoints.</summary>
    public static IEndpointRouteBuilder MapResidents(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/residents").RequireAuthorization(ApiKeyHandler.SchemeName).WithTags("Residents").DisableAntiforgery();
        group.MapGet("/", List);
        group.MapGet("/consent-texts", ConsentTexts);
        group.MapGet("/{id:guid}", Show);
        group.MapPost("/", Enrol).WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        group.MapPost("/{id:guid}/withdrawal", Withdraw).WithMetadata(new RequestSizeLimitAttribute(64 * 1024));
        return endpoints;
    }

    private static async Task<JsonHttpResult<IReadOnlyList<Resident>>> List(IResidentDesk desk, CancellationToken cancellationToken) =>
        Json(await desk.ListAsync(cancellationToken));

    private static JsonHttpResult<IReadOnlyList<ConsentText>> ConsentTexts() => Json(ConsentText.All);

    private static async Task<Results<JsonHttpResult<Resident>, ProblemHttpResult>> Show(Guid id, IResidentDesk desk, CancellationToken cancellationToken) =>
        await desk.ShowAsync(id, cancellationToken) is { } resident ? Json(resident) : Absent(id);

    private static async Task<Results<JsonHttpResult<Resident>, ProblemHttpResult>> Enrol(
        HttpRequest request, HttpResponse response, IResidentDesk desk, CancellationToken cancellationToken)
    {
        var (body, problem) = await RequestBody.ReadAsync<EnrolmentRequest>(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var outcome = await desk.EnrolAsync(body!, cancellationToken);
        if (outcome.Resident is not { } resident)
        {
            return Refused(outcome.Refusals);
        }

        response.Headers.Location = $"/api/residents/{resident.Id}";
        return Json(resident, StatusCodes.Status201Created);
    }

    private static async Task<Results<JsonHttpResult<Resident>, ProblemHttpResult>> Withdraw(
        Guid id, HttpRequest request, IResidentDesk desk, CancellationToken cancellationToken)
    {
        var (body, problem) = await RequestBody.ReadAsync<WithdrawalRequest>(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        EnrolmentRefusal[] refusals = [.. EnrolmentFields.CheckPerson("by", body!.By)];
        if (refusals.Length > 0)
        {
            return Refused(refusals);
        }

        return await desk.WithdrawAsync(id, body.By, cancellationToken) is { } resident ? Json(resident) : Absent(id);
    }

    private static JsonHttpResult<T> Json<T>(T value, int status = StatusCodes.Status200OK) =>
        TypedResults.Json(value, ResidentsJson.Options, statusCode: status);

    private static ProblemHttpResult Absent(Guid id) =>
        TypedResults.Problem($"There is no resident {id}.", statusCode: StatusCodes.Status404NotFound);

    private static ProblemHttpResult Refused(IReadOnlyList<EnrolmentRefusal> refusals)
    {
        var onlyDuplicates = refusals.All(refusal => refusal.Code == EnrolmentRefusal.Duplicate);
        var errors = refusals
            .GroupBy(refusal => refusal.Field, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(refusal => refusal.Reason.En).ToArray(), StringComparer.Ordinal);
        return TypedResults.Problem(new HttpValidationProblemDetails(errors)
        {
            Title = "The enrolment is refused.",
            Status = onlyDuplicates ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest,
            // Code and both languages, for consoles that show the reason at its field.
            Extensions = { ["refusals"] = refusals },
        });
    }
}
