using System.Globalization;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Console.Falls;

/// <summary>The live updates of the page of falls, and its pictures and clips.</summary>
internal static class FallsEndpoints
{
    public static void MapFalls(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/falls/media/{sha256:length(64)}", MediumAsync);
        endpoints.MapGet("/live/falls", (HttpContext context, FallsStream stream, IHostApplicationLifetime lifetime) =>
        {
            var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            context.Response.RegisterForDispose(ended);
            return TypedResults.ServerSentEvents(stream.ReadAsync(Language.Of(CultureInfo.CurrentUICulture), ended.Token));
        });
    }

    // Only what the page shows is served: an unmasked original has no address here.
    private static async Task<IResult> MediumAsync(string sha256, FallsReader falls, IMediaStore media, CancellationToken cancellationToken)
    {
        try
        {
            return falls.Find(sha256) is { } medium && await media.ReadAsync(medium.Sha256, cancellationToken) is { } bytes
                ? Results.Bytes(bytes, medium.ContentType, enableRangeProcessing: true)
                : Results.NotFound();
        }
        catch (JournalUnavailableException)
        {
            return Results.NotFound();
        }
    }
}
