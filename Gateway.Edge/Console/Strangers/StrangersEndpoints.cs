using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Alerts.Strangers.Feedback;
using Gateway.Edge.Alerts.Strangers.Visits;
using Gateway.Edge.Console.History;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Journal;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Console.Strangers;

/// <summary>The pictures of strangers, and what staff say of their alerts.</summary>
internal static class StrangersEndpoints
{
    public static void MapStrangers(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/strangers/{id:guid}/portrait.jpg", PortraitAsync);
        endpoints.MapGet("/strangers/{id:guid}/blurred.jpg", BlurredAsync);
        endpoints.MapPost("/strangers/{id:guid}/feedback", SayAsync);
    }

    private static async Task<IResult> PortraitAsync(Guid id, HttpContext context, VisitStore store, Looks looks, IMediaStore media)
    {
        if (await ReadAsync(id, context, store, media) is not var (visit, jpeg))
        {
            return Results.NotFound();
        }

        return await looks.RecordAsync(context, "stranger-look", visit.Raised.Gate, StrangerTexts.Looking) is { } unrecorded ? unrecorded : Results.Bytes(jpeg, "image/jpeg");
    }

    // Shows nobody: no look at a person, and no record of one.
    private static async Task<IResult> BlurredAsync(Guid id, HttpContext context, VisitStore store, IMediaStore media) =>
        await ReadAsync(id, context, store, media) is var (_, jpeg) && BlurredPortrait.Of(jpeg) is { } blurred ? Results.Bytes(blurred, "image/jpeg") : Results.NotFound();

    private static async Task<(Visit Visit, byte[] Jpeg)?> ReadAsync(Guid id, HttpContext context, VisitStore store, IMediaStore media)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            return store.Find(id) is { Portrait: { } sha256 } visit && HistoryView.Shows(context.Account(), visit.First)
                && await media.ReadAsync(sha256, context.RequestAborted) is { } jpeg
                    ? (visit, jpeg)
                    : null;
        }
        catch (Exception error) when (error is JournalUnavailableException or SqliteException)
        {
            return null;
        }
    }

    private static async Task<IResult> SayAsync(Guid id, HttpContext context, IAntiforgery antiforgery, VisitStore store, FeedbackDesk desk)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        string? said = form["verdict"];
        StrangerVerdict? verdict = Enum.TryParse<StrangerVerdict>(said, out var known) && Enum.IsDefined(known) ? known : null;
        if (verdict is null && said != "none")
        {
            return Results.BadRequest();
        }

        try
        {
            if (store.Find(id) is not { } visit || !HistoryView.Shows(context.Account(), visit.First))
            {
                return Results.NotFound();
            }

            return await desk.SayAsync(context, visit, verdict) is { } unrecorded ? unrecorded : Results.LocalRedirect($"{Back(form["back"])}#visit-{id}");
        }
        catch (SqliteException error)
        {
            return TypedResults.Problem(error.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    // Back to the filter that it was said from, and nowhere else.
    private static string Back(string? query) =>
        query is { Length: > 1 and < 500 } && query[0] == '?' && !query.Any(character => char.IsControl(character) || character is '#' or '\\') ? "/strangers" + query : "/strangers";
}
