using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Station.Ingest;

namespace Gateway.Cloud.Station.Hosting;

/// <summary><c>GET /healthz</c>: <c>ok</c>, or <c>degraded</c> while the broker is away, something cannot be stored or a chain is broken. Tells nothing else.</summary>
internal static class HealthEndpoint
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/healthz", (IMqttSession session, IngestHealth health) =>
            TypedResults.Text(session.IsConnected && health.IsWell ? "ok" : "degraded")).AllowAnonymous();
}
