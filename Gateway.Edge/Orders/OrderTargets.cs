using Gateway.Drivers.Configuration;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Edge.Orders;

/// <summary>What is said about a name that nothing bears.</summary>
internal static class OrderTargets
{
    /// <summary>Says that there is no such thing, which one may have been meant, and where the right names are.</summary>
    /// <param name="what">Such as <c>vehicle barrier</c>.</param>
    /// <param name="name">The name that was given.</param>
    /// <param name="known">The names that there are.</param>
    /// <param name="list">The verb that lists them.</param>
    public static string Absent(string what, string name, IEnumerable<string> known, string list) =>
        $"There is no {what} {name}{(Suggestion.For(name, known) is { } meant ? $", did you mean \"{meant}\"?" : ".")} See {list}.";

    /// <inheritdoc cref="Absent"/>
    public static ProblemHttpResult NotFound(string what, string name, IEnumerable<string> known, string list) =>
        TypedResults.Problem(Absent(what, name, known, list), statusCode: StatusCodes.Status404NotFound);

    /// <summary>The answer to a request that is not in order.</summary>
    public static ProblemHttpResult Bad(string problem) => TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest);
}
