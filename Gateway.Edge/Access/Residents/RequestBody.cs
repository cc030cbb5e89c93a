using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Edge.Access.Residents;

/// <summary>Reads a JSON body so that every way of getting it wrong has a clear answer.</summary>
internal static class RequestBody
{
    /// <summary>The body, or the problem to answer with; never both.</summary>
    public static async Task<(T? Value, ProblemHttpResult? Problem)> ReadAsync<T>(
        HttpRequest request, CancellationToken cancellationToken, JsonSerializerOptions? options = null)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            return (null, TypedResults.Problem(
                $"The content type must be application/json, not '{request.ContentType}'.", statusCode: StatusCodes.Status415UnsupportedMediaType));
        }

        try
        {
            var value = await request.ReadFromJsonAsync<T>(options ?? ResidentsJson.Options, cancellationToken);
            return value is null ? (null, Bad("$", "The body is empty.")) : (value, null);
        }
        catch (JsonException error)
        {
            return (null, Bad(Field(error), error.Message));
        }
        catch (BadHttpRequestException error)
        {
            return (null, TypedResults.Problem(error.Message, statusCode: error.StatusCode));
        }
    }

    private static string Field(JsonException error) => error.Path is { Length: > 2 } path ? path[2..] : "$";

    private static ProblemHttpResult Bad(string field, string message) => TypedResults.Problem(new HttpValidationProblemDetails(
        new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] }) { Status = StatusCodes.Status400BadRequest });
}
