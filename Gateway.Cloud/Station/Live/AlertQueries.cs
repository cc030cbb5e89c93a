using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Station.Storage;
using Gateway.Cloud.Station.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gateway.Cloud.Station.Live;

/// <summary>Alerts as pages show them, read from the database. First render, live update and catch-up all read here.</summary>
internal sealed class AlertQueries(IDbContextFactory<StationDatabase> databases, TimeProvider time)
{
    private const int MostMoments = 100;

    private static readonly TimeSpan AcknowledgedStay = TimeSpan.FromHours(12);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Alerts changed after a revision; with 0, those that belong on the page: open ones, and those of the last hours.</summary>
    public async Task<IReadOnlyList<AlertView>> AlertsAsync(long after, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var recent = time.GetUtcNow() - AcknowledgedStay;
        var rows = database.Alerts.AsNoTracking().Where(row => row.Revision > after);
        if (after == 0)
        {
            rows = rows.Where(row => row.AcknowledgedAt == null || row.AcknowledgedAt > recent);
        }

        var page = await rows
            .OrderBy(row => row.AcknowledgedAt != null)
            .ThenBy(row => row.Test)
            .ThenBy(row => row.Priority)
            .ThenByDescending(row => row.LastTime)
            .Take(LiveQueries.PageRows)
            .ToListAsync(cancellationToken);
        return await ViewsAsync(database, page, cancellationToken);
    }

    /// <summary>One alert, or null.</summary>
    public async Task<AlertView?> AlertAsync(long id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await database.Alerts.AsNoTracking().Where(row => row.Id == id).ToListAsync(cancellationToken);
        return await ViewsAsync(database, rows, cancellationToken) is [var alert] ? alert : null;
    }

    /// <summary>The last looks at an alert's media, newest first.</summary>
    public async Task<IReadOnlyList<PortraitLook>> LooksAsync(long alert, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.PortraitViews.Where(row => row.Alert == alert)
            .OrderByDescending(row => row.Id)
            .Take(10)
            .Select(row => new PortraitLook(row.Officer, row.Time))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The steps of a press in the order of the journal; empty for alerts of other kinds.</summary>
    public async Task<IReadOnlyList<SosMoment>> MomentsAsync(AlertView alert, CancellationToken cancellationToken)
    {
        if (alert.Kind != EventKind.Sos)
        {
            return [];
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await database.Events.AsNoTracking()
            .Where(row => row.Kind == EventKind.Sos && row.Compound == alert.Compound && row.Data.Contains(alert.Incident))
            .OrderByDescending(row => row.Id)
            .Take(MostMoments)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => MomentOf(row, alert.Incident)).OfType<SosMoment>().OrderBy(moment => moment.Time).ThenBy(moment => moment.Sequence)];
    }

    public async Task<OpenAlerts> OpenAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var groups = await database.Alerts.Where(row => row.AcknowledgedAt == null)
            .GroupBy(row => new { row.Test, IsEmergency = row.Priority == EventPriority.Emergency })
            .Select(group => new { group.Key.Test, group.Key.IsEmergency, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return new OpenAlerts(
            groups.Where(group => !group.Test && group.IsEmergency).Sum(group => group.Count),
            groups.Where(group => !group.Test && !group.IsEmergency).Sum(group => group.Count),
            groups.Where(group => group.Test).Sum(group => group.Count));
    }

    private static async Task<IReadOnlyList<AlertView>> ViewsAsync(StationDatabase database, List<AlertRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.ConvertAll(row => row.Id);
        var media = await database.AlertMedia.AsNoTracking()
            .Where(row => ids.Contains(row.Alert))
            .Join(database.Alerts, row => row.Alert, alert => alert.Id, (row, alert) => new { row.Alert, row.Sha256, row.Role, row.Rank, alert.Compound })
            .Join(
                database.Media,
                row => new { row.Compound, row.Sha256 },
                medium => new { medium.Compound, medium.Sha256 },
                (row, medium) => new { row.Alert, row.Rank, Medium = new AlertMedium(row.Sha256, row.Role, medium.ContentType, medium.Stored != null) })
            .ToListAsync(cancellationToken);
        var orders = await database.Commands.AsNoTracking()
            .Where(row => ids.Contains(row.Alert) && row.Outcome != CommandRow.Withdrawn)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => ViewOf(
            row,
            [.. media.Where(item => item.Alert == row.Id).OrderBy(item => item.Rank).Select(item => item.Medium)],
            orders.Where(order => order.Alert == row.Id).MaxBy(order => order.Created)))];
    }

    private static AlertView ViewOf(AlertRow row, IReadOnlyList<AlertMedium> media, CommandRow? order) => new(
        row.Id, row.Compound, row.Kind, row.Priority, new(row.DeviceZh, row.DeviceEn), new(row.HeadlineZh, row.HeadlineEn), row.Sequence, row.Revision)
    {
        DeviceId = row.Device,
        Incident = row.Incident,
        Place = row is { PlaceZh: { } zh, PlaceEn: { } en } ? new LocalizedText(zh, en) : null,
        Test = row.Test,
        Count = row.Count,
        FirstTime = row.FirstTime,
        LastTime = row.LastTime,
        AcknowledgedBy = row.AcknowledgedBy,
        AcknowledgedAt = row.AcknowledgedAt,
        LampAt = row.LampAt,
        Lamp = order is null
            ? null
            : new LampOrder(order.Finished is not null, order is { ReasonZh: { } reasonZh, ReasonEn: { } reasonEn } ? new LocalizedText(reasonZh, reasonEn) : null),
        Media = media,
    };

    private static SosMoment? MomentOf(EventRow row, string press)
    {
        try
        {
            return JsonSerializer.Deserialize<SosData>(row.Data, Json) is { Reason: not null } data && data.Press == press
                ? new SosMoment(data.Phase, data.Reason, row.Time, row.Sequence)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
