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
            MarkAsync(id, context, antiforgery, database, live, context.User.Identity!.Name, time.GetUtcNow()));
        endpoints.MapPost("/alerts/{id:long}/reopen", (long id, HttpContext context, IAntiforgery antiforgery, StationDatabase database, LiveSignal live) =>
            MarkAsync(id, context, antiforgery, database, live, null, null));
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

    private static async Task<IResult> MarkAsync(
        long id, HttpContext context, IAntiforgery antiforgery, StationDatabase database, LiveSignal live, string? officer, DateTimeOffset? at)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var rows = await database.StrangerAlerts.Where(row => row.Id == id && (row.AcknowledgedAt == null) == (at != null))
            .ExecuteUpdateAsync(
                change => change
                    .SetProperty(row => row.AcknowledgedBy, officer)
                    .SetProperty(row => row.AcknowledgedAt, at)
                    .SetProperty(row => row.Revision, database.StrangerAlerts.Max(other => other.Revision) + 1),
                context.RequestAborted);
        if (rows > 0)
        {
            live.Raise();
        }

        return context.Request.Headers.ContainsKey("HX-Request") ? Results.NoContent() : Results.LocalRedirect($"/alerts/{id}");
    }
}
