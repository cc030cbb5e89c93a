using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Edge.Access;
using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Journal;
using Gateway.Edge.Privacy;
using Gateway.Edge.Privacy.Consents;
using Gateway.Edge.Privacy.Erasure;
using Gateway.Edge.Privacy.Export;

namespace Gateway.Edge.Console.Privacy;

/// <summary>Files of the privacy pages: an export's archive, the proof of an erasure, and the consent ledger. Browsers are told to keep none.</summary>
internal static class PrivacyFiles
{
    public static void MapPrivacyPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/privacy/exports/{id:guid}/person.zip", ArchiveAsync).RequireStepUp();
        endpoints.MapGet("/privacy/erasures/{id:guid}/proof.json", ProofAsync);
        endpoints.MapGet("/privacy/consents.csv", ConsentsAsync).RequireStepUp("/privacy/consents");
    }

    private static async Task<IResult> ArchiveAsync(Guid id, HttpContext context, ExportDesk exports)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            return exports.Find(id, context.Account()?.Id) is { } job && await exports.TakeAsync(job, ActionAudit.By(context)) is { } file
                ? Results.File(file, "application/zip", $"person-{job.Subject}.zip")
                : Results.NotFound();
        }
        catch (JournalUnavailableException error)
        {
            return TypedResults.Problem(error.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> ProofAsync(Guid id, HttpContext context, ErasureDesk erasures)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await erasures.FindAsync(id, context.RequestAborted) is { } erasure
            ? Results.File(ProofDocument.Json(erasure), "application/json", $"erasure-{id}.json")
            : Results.NotFound();
    }

    private static async Task<IResult> ConsentsAsync(HttpContext context, string? q, ConsentLedger ledger, IJournal journal, ILogger<ConsentLedger> logger, TimeProvider time)
    {
        context.Response.Headers.CacheControl = "no-store";
        var entries = await ledger.ListAsync(q, context.RequestAborted);
        var words = new LocalizedText($"导出了同意台账，共 {entries.Count} 条", $"The consent ledger was exported, {entries.Count} entries");
        return await ActionAudit.RecordAsync(journal, logger, context, PrivacyAudit.ConsentsExported, ActionAudit.Gateway, words) is { } unrecorded
            ? unrecorded
            : Results.File(ConsentTable.Write(entries), "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"consents-{time.GetUtcNow():yyyyMMdd-HHmm}.csv"));
    }
}
