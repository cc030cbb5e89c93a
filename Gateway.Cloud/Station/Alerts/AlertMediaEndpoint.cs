using Gateway.Cloud.Station.Media;
using Gateway.Cloud.Station.Storage;
using Gateway.Cloud.Station.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Gateway.Cloud.Station.Alerts;

/// <summary><c>GET /alerts/{id}/media/{sha256}</c>: portraits, pictures and clips of an alert. Every look is recorded.</summary>
internal static class AlertMediaEndpoint
{
    /// <summary>A player asks for a clip piece by piece: pieces of a look that is on record within this time are the same look.</summary>
    private static readonly TimeSpan SameLook = TimeSpan.FromMinutes(10);

    private static readonly string[] Shown = ["image/jpeg", "image/png", "image/webp", "video/mp4"];

    public static void MapAlertMedia(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/alerts/{id:long}/media/{sha256:length(64)}", MediumAsync);

    /// <summary>The audit row is committed before the first byte is sent: a look that cannot be recorded does not happen.</summary>
    private static async Task<IResult> MediumAsync(
        long id, string sha256, HttpContext context, StationDatabase database, MediaVault vault, TimeProvider time, CancellationToken cancellationToken)
    {
        var contentType = await database.AlertMedia.Where(row => row.Alert == id && row.Sha256 == sha256)
            .Join(database.Alerts, row => row.Alert, alert => alert.Id, (row, alert) => alert.Compound)
            .Join(database.Media.Where(row => row.Sha256 == sha256 && row.Stored != null), compound => compound, medium => medium.Compound, (_, medium) => medium.ContentType)
            .FirstOrDefaultAsync(cancellationToken);
        if (contentType is null || !Shown.Contains(contentType, StringComparer.Ordinal) || vault.Read(sha256) is not { } bytes)
        {
            return Results.NotFound();
        }

        var look = new PortraitViewRow
        {
            Time = time.GetUtcNow(),
            Officer = context.User.Identity!.Name!,
            Alert = id,
            Sha256 = sha256,
            Address = context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
        };
        if (!IsLaterPiece(context.Request) || !await IsRecordedAsync(database, look, cancellationToken))
        {
            database.PortraitViews.Add(look);
            await database.SaveChangesAsync(cancellationToken);
        }

        return Results.Bytes(bytes, contentType, enableRangeProcessing: true);
    }

    private static bool IsLaterPiece(HttpRequest request) =>
        request.GetTypedHeaders().Range is { Ranges: { Count: 1 } ranges } && ranges.Single() is RangeItemHeaderValue { From: not (null or 0) };

    private static Task<bool> IsRecordedAsync(StationDatabase database, PortraitViewRow look, CancellationToken cancellationToken)
    {
        var since = look.Time - SameLook;
        return database.PortraitViews.AnyAsync(
            row => row.Alert == look.Alert && row.Sha256 == look.Sha256 && row.Officer == look.Officer && row.Address == look.Address && row.Time > since,
            cancellationToken);
    }
}
