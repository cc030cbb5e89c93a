using System.Globalization;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Passages.Vehicles;

namespace Gateway.Edge.Console.Barriers;

/// <summary>The live updates of the barriers' view, and the pictures in it, for staff alone.</summary>
internal static class BarriersEndpoints
{
    public static void MapBarrierPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/barriers/pictures/{id:length(32)}.jpg", (string id, HttpContext context, LanePictures pictures) =>
        {
            // A picture of somebody's car stays in no cache.
            context.Response.Headers.CacheControl = "no-store";
            return pictures.Find(id) is { IsEmpty: false } jpeg ? Results.Bytes(jpeg, "image/jpeg") : Results.NotFound();
        });
        endpoints.MapGet("/live/barriers", (HttpContext context, BarriersStream stream, IHostApplicationLifetime lifetime) =>
        {
            var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            context.Response.RegisterForDispose(ended);
            return TypedResults.ServerSentEvents(stream.ReadAsync(Language.Of(CultureInfo.CurrentUICulture), ended.Token));
        });
    }
}
