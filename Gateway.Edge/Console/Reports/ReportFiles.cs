using System.Globalization;
using Gateway.Edge.Access.Csv;
using Gateway.Edge.Console.Texts;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Console.Reports;

/// <summary>Each report as CSV.</summary>
internal static class ReportFiles
{
    public static IServiceCollection AddReportPages(this IServiceCollection services)
    {
        services.AddSingleton<Digest.Counts.DigestDaysReader>();
        services.AddSingleton<ReportReader>();
        return services;
    }

    public static void MapReports(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/reports/{name}.csv", Read);

    /// <summary>A figure as people read it; a dash for what is not known.</summary>
    public static string Figure(double? value) => value is { } known ? known.ToString("#,0.##", CultureInfo.InvariantCulture) : "–";

    private static IResult Read(string name, HttpContext context, ReportReader reader)
    {
        var query = context.Request.Query;
        try
        {
            var range = reader.Range(query["range"], query["from"], query["to"]);
            if (reader.Read(range).Tables.FirstOrDefault(table => table.Name == name) is not { } report)
            {
                return Results.NotFound();
            }

            context.Response.Headers.CacheControl = "no-store";
            var file = $"{report.Name}-{ReportRange.Text(range.From)}-{ReportRange.Text(range.To)}.csv";
            return Results.File(CsvText.Encode(CsvWriter.Write(Rows(report, Language.Of(CultureInfo.CurrentUICulture)))), "text/csv; charset=utf-8", file);
        }
        catch (SqliteException error)
        {
            return TypedResults.Problem(error.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IEnumerable<IEnumerable<string?>> Rows(ReportTable report, Language language)
    {
        yield return report.Columns.Select(column => language[column]);
        foreach (var row in report.Rows)
        {
            yield return row.Values.Select(value => value?.ToString("0.##", CultureInfo.InvariantCulture)).Prepend(language[row.Name]);
        }
    }
}
