using System.Globalization;
using System.Text;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Csv;
using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Digest.Search;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Console.Events;

/// <summary>The history as CSV, written while it is found: nothing waits in memory, and whoever stops the download stops the search.</summary>
internal static class EventFile
{
    /// <summary>Lines of one file; whoever needs more narrows the time.</summary>
    public const int MostLines = 200_000;

    /// <summary>How many records a whole file looks over, from the newest: by it a page tells how far the file has come.</summary>
    public const string NewestHeader = "X-Newest";

    /// <summary>The sequence that the file ends at.</summary>
    public const string OldestHeader = "X-Oldest";

    private const int Step = 500;

    public static void MapEventHistory(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/history/export.csv", ExportAsync).RequireStepUp("/history");

    private static async Task<IResult> ExportAsync(
        HttpContext context, EventHistory history, ConsoleClock clock, IJournal journal, JournalSearch search, ILogger<EventHistory> logger)
    {
        var asking = EventAsking.Of(context.Request.Query);
        var filter = asking.Filter(clock);
        if (filter.For(context.Account()) is not { } query)
        {
            return Results.Forbid();
        }

        if (!asking.IsUsable)
        {
            return Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            var newest = query.Until is { } until ? await search.BeforeAsync(until, context.RequestAborted) : journal.LastSequence;
            var oldest = query.Since is { } since ? await search.BeforeAsync(since, context.RequestAborted) : 0;
            if (await ActionAudit.RecordAsync(journal, logger, context, "history-export", ActionAudit.Gateway, filter.Person is { } person ? EventTexts.ExportedOf(person) : EventTexts.Exported) is { } unrecorded)
            {
                return unrecorded;
            }

            var language = Language.Of(CultureInfo.CurrentUICulture);
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers[NewestHeader] = newest.ToString(CultureInfo.InvariantCulture);
            context.Response.Headers[OldestHeader] = oldest.ToString(CultureInfo.InvariantCulture);
            return Results.Stream(
                body => WriteAsync(body, history, query, newest + 1, clock, language, context.RequestAborted), "text/csv; charset=utf-8", "history.csv");
        }
        catch (JournalUnavailableException error)
        {
            return TypedResults.Problem(error.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task WriteAsync(
        Stream body, EventHistory history, EventQuery query, long before, ConsoleClock clock, Language language, CancellationToken cancellationToken)
    {
        await body.WriteAsync(CsvText.Encode(CsvWriter.Write([Head(language)])), cancellationToken);
        long? next = before;
        for (var written = 0; next is not null && written < MostLines;)
        {
            FoundRecords<EventLine> part;
            try
            {
                part = await history.FindAsync(query, next, Step, cancellationToken);
            }
            catch (JournalUnavailableException error)
            {
                // The file is half-way out: it says itself that it is not whole.
                await LineAsync(body, [language.Fill(EventTexts.CutShort, error.Message)], cancellationToken);
                return;
            }

            await body.WriteAsync(Encoding.UTF8.GetBytes(CsvWriter.Write(part.Lines.Select(line => Row(line, clock, language)))), cancellationToken);
            await body.FlushAsync(cancellationToken);
            (written, next) = (written + part.Lines.Count, part.Before);
        }

        if (next is not null)
        {
            await LineAsync(body, [language.Fill(EventTexts.MoreFollow, MostLines)], cancellationToken);
        }
    }

    private static async Task LineAsync(Stream body, IEnumerable<string?> cells, CancellationToken cancellationToken) =>
        await body.WriteAsync(Encoding.UTF8.GetBytes(CsvWriter.Write([cells])), cancellationToken);

    private static IEnumerable<string?> Head(Language language) =>
    [
        language[PageTexts.Sequence], language[HistoryTexts.Time], language[EventTexts.KindLabel], language[EventTexts.Device], language[HistoryTexts.Outcome], language[HistoryTexts.Reason],
        language[EventTexts.Who], language[EventTexts.TagLabel], language[PlateTexts.Plate],
    ];

    private static IEnumerable<string?> Row(EventLine line, ConsoleClock clock, Language language) =>
    [
        line.Sequence.ToString(CultureInfo.InvariantCulture), clock.Exact(line.At), language[line.Kind], language[line.Place], language[line.What], line.Reason is { } reason ? language[reason] : null,
        line.Who, line.Tag is { } tag ? language[tag] : null, line.Plate,
    ];
}
