using Gateway.Edge.Console.Status;
using Gateway.Edge.Journal;
using Gateway.Edge.Uplink;

namespace Gateway.Edge.Hosting;

/// <summary><c>/healthz</c>: alive, what it lacks, and whether the station is reached. Tells nothing about people.</summary>
internal static class HealthEndpoint
{
    public static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/healthz", (IUplinkStatus uplink, SqliteJournal journal, ModelHealth models) => TypedResults.Ok(new
        {
            status = uplink.Fault is null && journal.Status.Available && models.Unusable().Count == 0 ? "ok" : "degraded",
            journal = journal.Status.Available ? "available" : "unavailable",
            models = models.Unusable().Count == 0 ? "complete" : "incomplete",
            station = uplink.Connected ? "connected" : "unreachable",
            uplink.Backlog,
        })).AllowAnonymous();
}
