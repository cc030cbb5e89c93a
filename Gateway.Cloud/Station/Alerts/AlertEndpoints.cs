using Gateway.Cloud.Station.Live;
using Gateway.Cloud.Station.Media;
using Gateway.Cloud.Station.Storage;
using Gateway.Cloud.Station.Storage.Rows;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;

namespace Gateway.Cloud.Station.Alerts;

/// <summary>Portraits of alerts, and taking note of one.</summary>
internal static class AlertEndpoints
{
    public static void MapAlerts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/alerts/{id:long}/portrait", PortraitAsync);
        endpoints.MapPost("/alerts/{id:long}/acknowledge", (long id, HttpContext context, IAntiforgery antiforgery, StationDatabase database, LiveSignal live, TimeProvider time) =>
            MarkAsync(id, context, antiforgery, database, live, acknowledged: true, time.GetUtcNow()));
        endpoints.MapPost("/alerts/{id:long}/reopen", (long id, HttpContext context, IAntiforgery antiforgery, StationDatabase database, LiveSignal live, TimeProvider time) =>
            MarkAsync(id, context, antiforgery, database, live, acknowledged: false, time.GetUtcNow()));
    }

    /// <summary>The audit row is committed before the first byte is sent: a look that cannot be recorded does not happen.</summary>
    private static async Task<IResult> PortraitAsync(
        long id, HttpContext context, StationDatabase database, MediaVault vault, TimeProvider time, CancellationToken cancellationToken)
    {
        var portrait = await database.StrangerAlerts.Where(row => row.Id == id && row.Portrait != null)
            .Join(database.Media.Where(row => row.Stored != null), alert => new { alert.Compound, Sha256 = alert.Portrait! }, medium => new { medium.Compound, medium.Sha256 }, (alert, medium) => medium)
            .FirstOrDefaultAsync(cancellationToken);
        if (portrait is null || portrait.ContentType is not ("image/jpeg" or "image/png" or "image/webp") || vault.Read(portrait.Sha256) is not { } bytes)
        {
            return Results.NotFound();
        }

        database.PortraitViews.Add(new PortraitViewRow
        {
            Time = time.GetUtcNow(),
            Officer = context.User.Identity!.Name!,
            Alert = id,
            Sha256 = portrait.Sha256,
            Address = context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
        });
        await database.SaveChangesAsync(cancellationToken);
        return Results.Bytes(bytes, portrait.ContentType);
    }

    /// <summary>The alert shows its present state alone; who changed it before stays in the audit rows of the same transaction.</summary>
    private static async Task<IResult> MarkAsync(
        long id, HttpContext context, IAntiforgery antiforgery, StationDatabase database, LiveSignal live, bool acknowledged, DateTimeOffset now)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var officer = context.User.Identity!.Name!;
        var (by, at) = acknowledged ? (officer, (DateTimeOffset?)now) : (null, null);
        await using var transaction = await database.Database.BeginTransactionAsync(context.RequestAborted);
        var rows = await database.StrangerAlerts.Where(row => row.Id == id && (row.AcknowledgedAt == null) == acknowledged)
            .ExecuteUpdateAsync(
                change => change
                    .SetProperty(row => row.AcknowledgedBy, by)
                    .SetProperty(row => row.AcknowledgedAt, at)
                    .SetProperty(row => row.Revision, database.StrangerAlerts.Max(other => other.Revision) + 1),
                context.RequestAborted);
        if (rows > 0)
        {
            database.AlertMarks.Add(new AlertMarkRow
            {
                Time = now,
                Officer = officer,
                Alert = id,
                Acknowledged = acknowledged,
                Address = context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            });
            await database.SaveChangesAsync(context.RequestAborted);
            await transaction.CommitAsync(context.RequestAborted);
            live.Raise();
        }

        return context.Request.Headers.ContainsKey("HX-Request") ? Results.NoContent() : Results.LocalRedirect($"/alerts/{id}");
    }
}
