using System.Globalization;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Residents.Csv;
using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Journal;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Gateway.Edge.Console.Residents;

/// <summary>What the residents' pages ask for besides pages: the check of a photo, and files.</summary>
internal static class ResidentEndpoints
{
    private const string Csv = "text/csv; charset=utf-8";

    public static void MapResidentPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/residents/photo", CheckAsync).WithMetadata(new RequestSizeLimitAttribute(ChosenPhoto.LargestForm));
        endpoints.MapGet("/residents/export.csv", ExportAsync).RequireStepUp("/residents");
        endpoints.MapGet("/residents/template.csv", () => Results.File(ResidentTable.Template(), Csv, "residents-template.csv"));
    }

    private static async Task<IResult> CheckAsync(HttpContext context, IAntiforgery antiforgery, ChosenPhoto chosen, PendingPhotos pending, Language language)
    {
        if (!context.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form["agree"] != ResidentForm.Ticked)
        {
            return Results.Json(new PhotoVerdict(false, null, [language[ResidentFormTexts.AgreeFirst]]));
        }

        // Another photo in the place of one that was good.
        pending.Drop(form["ticket"]);
        var (photo, fault) = await chosen.ReadAsync(form.Files["photo"], context.RequestAborted);
        if (photo is null)
        {
            return Results.Json(new PhotoVerdict(false, null, [language[fault ?? ResidentFormTexts.NoPhoto]]));
        }

        var (ticket, words) = chosen.Judge(context, photo, Guid.TryParse(form["resident"], out var resident) ? resident : null);
        return Results.Json(new PhotoVerdict(ticket is not null, ticket, words.Count > 0 ? [.. words.Select(text => language[text])] : [language[ResidentFormTexts.Good]]));
    }

    private static async Task<IResult> ExportAsync(HttpContext context, ResidentImport import, TimeProvider time)
    {
        try
        {
            var file = await import.ExportAsync(ActionAudit.By(context), context.RequestAborted);
            context.Response.Headers.CacheControl = "no-store";
            return Results.File(file, Csv, string.Create(CultureInfo.InvariantCulture, $"residents-{time.GetUtcNow():yyyyMMdd-HHmm}.csv"));
        }
        catch (Exception error) when (error is JournalUnavailableException or Microsoft.Data.Sqlite.SqliteException)
        {
            return TypedResults.Problem(error.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
