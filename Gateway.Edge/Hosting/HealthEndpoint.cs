using Gateway.Edge.Uplink;

namespace Gateway.Edge.Hosting;

/// <summary><c>/healthz</c>: alive, and whether the station is reached. Tells nothing about people.</summary>
internal static class HealthEndpoint
{
    public static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/healthz", (IUplinkStatus uplink) => TypedResults.Ok(new
        {
            status = uplink.Fault is null ? "ok" : "degraded",
            station = uplink.Connected ? "connected" : "unreachable",
            uplink.Backlog,
        })).AllowAnonymous();
}
