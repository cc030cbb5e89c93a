using System.Globalization;
using Gateway.Edge.Console.Patrols;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Journal;
using Gateway.Edge.Patrols;
using Microsoft.AspNetCore.Antiforgery;

namespace Gateway.Edge.Console.Devices;

/// <summary>What the devices page's button does, and its live updates.</summary>
internal static class DevicesEndpoints
{
    public static void MapDevices(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/devices/patrol", RunAsync);
        endpoints.MapGet("/live/devices", (HttpContext context, DevicesStream stream, IHostApplicationLifetime lifetime) =>
        {
            var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            context.Response.RegisterForDispose(ended);
            return TypedResults.ServerSentEvents(stream.ReadAsync(Language.Of(CultureInfo.CurrentUICulture), ended.Token));
        });
    }

    private static Task<IResult> RunAsync(HttpContext context, IAntiforgery antiforgery, PatrolService patrols, IJournal journal, ILogger<DevicesStream> logger) =>
        PatrolPages.SendAsync(context, antiforgery, patrols, journal, logger, "/devices");
}
