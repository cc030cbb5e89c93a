using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;

namespace Gateway.Edge.Orders;

/// <summary>
/// Lets orders to the API in over the local socket alone, which belongs to the gateway's own user: a program that holds the access key moves
/// nothing from afar. A person who is signed in orders barriers from the page, with its token and a reason.
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
