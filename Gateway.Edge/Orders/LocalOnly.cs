using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;

namespace Gateway.Edge.Orders;

/// <summary>
/// Lets orders in over the local socket alone, which belongs to the gateway's own user: the access key, which opens the page from afar,
/// moves nothing.
/// </summary>
internal static class LocalOnly
{
    public static TBuilder RequireLocalSocket<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.AddEndpointFilter<TBuilder, Filter>();

    private sealed class Filter : IEndpointFilter
    {
        public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
            context.HttpContext.Features.Get<IConnectionSocketFeature>()?.Socket.AddressFamily == AddressFamily.Unix
                ? next(context)
                : ValueTask.FromResult<object?>(TypedResults.Problem(
                    "Orders are taken over the gateway's local socket alone: use the command line on the box.", statusCode: StatusCodes.Status403Forbidden));
    }
}
