using Gateway.Edge.Access;
using Gateway.Edge.Access.Residents;

namespace Gateway.Edge.Passages;

/// <summary>How long the gates take by each method, over HTTP, for holders of the API key.</summary>
internal static class TimingEndpoints
{
    public static void MapTimings(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/passes/timings", (PassageTimings timings) => TypedResults.Json(timings.Read(), ResidentsJson.Options))
        .RequireAuthorization(ApiKeyHandler.SchemeName).WithTags("Passes");
}
