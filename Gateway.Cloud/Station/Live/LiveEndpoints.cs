using System.Globalization;
using Gateway.Cloud.Contract.Pages;
using Gateway.Cloud.Station.Accounts;
using Gateway.Cloud.Station.Texts;

namespace Gateway.Cloud.Station.Live;

/// <summary><c>GET /live/stream</c>: server-sent events for the live page.</summary>
internal static class LiveEndpoints
{
    public static IServiceCollection AddLive(this IServiceCollection services) => services
        .AddSingleton<LiveSignal>()
        .AddSingleton<LiveQueries>()
        .AddSingleton<AlertQueries>()
        .AddSingleton<FallQueries>()
        .AddSingleton<LiveStream>()
        .AddSingleton<FragmentRenderer>()
        .AddSingleton<StationClock>();

    public static void MapLive(this IEndpointRouteBuilder endpoints)
    {
        // Asked by a page whose stream broke: 401 tells it that the log-in has ended.
        endpoints.MapGet("/live/alive", () => TypedResults.NoContent());
        endpoints.MapGet("/live/stream", (HttpContext context, string? from, LiveStream stream, SessionWatch watch, IHostApplicationLifetime lifetime) =>
        {
            var last = context.Request.Headers["Last-Event-ID"].ToString();
            var start = LivePosition.Parse(last.Length > 0 ? last : from);

            // The stream ends by itself when the station stops, so that stopping does not wait for open pages.
            var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            context.Response.RegisterForDispose(ended);
            var items = stream.ReadAsync(start, Wording.For(CultureInfo.CurrentUICulture), context.User.Identity?.Name ?? string.Empty, ended.Token);
            return TypedResults.ServerSentEvents(watch.WhileGoodAsync(context.User, items, ended.Token));
        });
    }
}
