using System.Globalization;
using Gateway.Edge.Access;
using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Console.History;
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
            return TypedResults.ServerSentEvents(stream.ReadAsync(Language.Of(CultureInfo.CurrentUICulture), ended.Token, HistoryView.From(context.Account())));
        });
    }

    // Only what the page shows is served: an unmasked original has no address here.
    private static async Task<IResult> MediumAsync(string sha256, HttpContext context, FallsReader falls, Looks looks, IMediaStore media, CancellationToken cancellationToken)
    {
        try
        {
            if (falls.Find(sha256, HistoryView.From(context.Account())) is not { } medium)
            {
                return Results.NotFound();
            }

            if (await looks.RecordAsync(context, "falls-look", ActionAudit.Gateway, FallTexts.Looking) is { } unrecorded)
            {
                return unrecorded;
            }

            return await media.ReadAsync(medium.Sha256, cancellationToken) is { } bytes
                ? Results.Bytes(bytes, medium.ContentType, enableRangeProcessing: true)
                : Results.NotFound();
        }
        catch (JournalUnavailableException)
        {
            return Results.NotFound();
        }
    }
}
