using System.Globalization;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Csv;
using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Console.History;

/// <summary>The pictures that records of vehicles keep, and the records as CSV, for staff alone.</summary>
internal static class HistoryEndpoints
{
    /// <summary>Lines of one file; whoever needs more narrows the time.</summary>
    private const int MostLines = 10_000;

    public static void MapHistory(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/vehicle-history/pictures/{sequence:long:min(1)}.jpg", PictureAsync);
        endpoints.MapGet("/vehicle-history/export.csv", ExportAsync).RequireStepUp("/vehicle-history");
    }

    private static async Task<IResult> PictureAsync(long sequence, HttpContext context, IJournalReader reader, Looks looks, IMediaStore media)
    {
        try
        {
            // A picture of somebody's car stays in no cache.
            context.Response.Headers.CacheControl = "no-store";
            var records = await reader.ReadAsync(sequence - 1, 1, context.RequestAborted);
            if (records is not [var record] || record.Sequence != sequence || !HistoryView.Shows(context.Account(), record.Time) || HistoryLines.PictureOf(record) is not { } picture)
            {
                return Results.NotFound();
            }

            if (await looks.RecordAsync(context, "vehicle-picture-look", record.Device, HistoryTexts.Looking) is { } unrecorded)
            {
                return unrecorded;
            }

            return await media.ReadAsync(picture.Sha256, context.RequestAborted) is { } jpeg ? Results.Bytes(jpeg, "image/jpeg") : Results.NotFound();
        }
        catch (JournalUnavailableException)
        {
            return Results.NotFound();
        }
    }

    private static async Task<IResult> ExportAsync(
        HttpContext context, HistoryReader history, HistoryQuery query, ConsoleClock clock, IJournal journal, ILogger<HistoryReader> logger)
    {
        var language = Language.Of(CultureInfo.CurrentUICulture);
        try
        {
            var filter = query.Filter(context.Request.Query["plate"], context.Request.Query["since"], context.Request.Query["until"], context.Request.Query["barrier"], context.Request.Query["outcome"]).For(context.Account());
            if (await ActionAudit.RecordAsync(journal, logger, context, "vehicle-history-export", ActionAudit.Gateway, HistoryTexts.Exported) is { } unrecorded)
            {
                return unrecorded;
            }

            var lines = new List<HistoryLine>();
            long? before = null;
            do
            {
                var part = await history.FindAsync(filter, before, MostLines - lines.Count, context.RequestAborted);
                lines.AddRange(part.Lines);
                before = part.Before;
            }
            while (before is not null && lines.Count < MostLines);

            context.Response.Headers.CacheControl = "no-store";
            return Results.File(CsvText.Encode(CsvWriter.Write(Rows(lines, clock, language))), "text/csv; charset=utf-8", "vehicle-history.csv");
        }
        catch (JournalUnavailableException error)
        {
            return TypedResults.Problem(error.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IEnumerable<IEnumerable<string?>> Rows(List<HistoryLine> lines, ConsoleClock clock, Language language)
    {
        yield return [language[PageTexts.Sequence], language[HistoryTexts.Time], language[HistoryTexts.Barrier], language[PlateTexts.Plate], language[HistoryTexts.Direction], language[HistoryTexts.Outcome], language[HistoryTexts.Reason], language[HistoryTexts.ByColumn]];
        foreach (var line in lines)
        {
            yield return
            [
                line.Sequence.ToString(CultureInfo.InvariantCulture), clock.Exact(line.At), language[line.Barrier], line.Plate?.Text,
                line.Direction is { } direction ? language[direction] : null, language[line.Outcome], language[line.Reason], line.By,
            ];
        }
    }
}
