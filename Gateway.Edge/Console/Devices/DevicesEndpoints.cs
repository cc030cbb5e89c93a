using System.Globalization;
using Gateway.Edge.Console.Texts;
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

    private static async Task<IResult> RunAsync(HttpContext context, IAntiforgery antiforgery, PatrolService patrols, ILogger<DevicesStream> logger)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        // The page shows how it goes; nobody waits for it here.
        _ = patrols.RunAsync(CancellationToken.None).ContinueWith(
            failed => PatrolsLog.Failed(logger, failed.Exception!.GetBaseException()),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
        return Results.LocalRedirect("/devices");
    }
}
