using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Edge.Access.Vehicles.Api;

/// <summary>What the vehicles' API answers.</summary>
internal static class VehicleAnswers
{
    /// <summary>Member of a problem with every refusal: field, code and both languages.</summary>
    public const string Refusals = "refusals";

    /// <summary>A value.</summary>
    public static JsonHttpResult<T> Json<T>(T value, int status = StatusCodes.Status200OK) => TypedResults.Json(value, VehiclesJson.Options, statusCode: status);

    /// <summary>There is no such thing.</summary>
    public static ProblemHttpResult Absent(string what, Guid id) =>
        TypedResults.Problem($"There is no {what} {id}.", statusCode: StatusCodes.Status404NotFound);

    /// <summary>Refused, field by field; 409 where only a plate that is taken stands in the way.</summary>
    public static ProblemHttpResult Refused(IReadOnlyList<VehicleRefusal> refusals) => TypedResults.Problem(new HttpValidationProblemDetails(
        refusals.GroupBy(refusal => refusal.Field, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(refusal => refusal.Reason.En).ToArray(), StringComparer.Ordinal))
    {
        Title = "This is refused.",
        Status = refusals.All(refusal => refusal.Code == VehicleRefusal.Taken) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest,
        Extensions = { [Refusals] = refusals },
    });
}
