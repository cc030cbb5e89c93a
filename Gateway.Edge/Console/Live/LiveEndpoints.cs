using System.Globalization;
using Gateway.Edge.Accounts.Permissions;
using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Console.History;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Live;

/// <summary><c>GET /live/stream</c>: server-sent events for the status page.</summary>
internal static class LiveEndpoints
{
    public static void MapLive(this IEndpointRouteBuilder endpoints)
    {
        // Asked by a page whose stream broke: 401 tells it that the session has ended.
        endpoints.MapGet("/live/alive", () => TypedResults.NoContent());
        endpoints.MapGet("/live/stream", (HttpContext context, long? from, StatusStream stream, IHostApplicationLifetime lifetime) =>
        {
            var start = long.TryParse(context.Request.Headers["Last-Event-ID"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var last)
                ? last
                : from ?? 0;

            // The stream ends by itself when the gateway stops, so that stopping does not wait for open pages.
            var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            context.Response.RegisterForDispose(ended);
            return TypedResults.ServerSentEvents(stream.ReadAsync(start, Language.Of(CultureInfo.CurrentUICulture), ended.Token, HistoryView.From(context.Account()), RouteRules.MaySee(context.Account()?.Role, "/plan")));
        });
    }
}
