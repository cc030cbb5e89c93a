using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Station.Storage;
using Gateway.Cloud.Station.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gateway.Cloud.Station.Live;

/// <summary>What the live page shows, read from the database. First render, live update and catch-up all read here.</summary>
internal sealed class LiveQueries(IDbContextFactory<StationDatabase> databases, TimeProvider time)
{
    /// <summary>Most rows of a list on the page.</summary>
    public const int PageRows = 50;

    private static readonly TimeSpan AcknowledgedStay = TimeSpan.FromHours(12);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The newest passages committed after one, newest first.</summary>
    public async Task<IReadOnlyList<PassageView>> PassagesAsync(long after, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await database.Events.AsNoTracking()
            .Where(row => row.Kind == EventKind.Passage && row.Id > after)
            .OrderByDescending(row => row.Id)
            .Take(PageRows)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(ReadPassage).OfType<PassageView>()];
    }

    /// <summary>Alerts changed after a revision; with 0, those that belong on the page: open ones, and those of the last hours.</summary>
    public async Task<IReadOnlyList<AlertView>> AlertsAsync(long after, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var recent = time.GetUtcNow() - AcknowledgedStay;
        var rows = database.StrangerAlerts.AsNoTracking().Where(row => row.Revision > after);
        if (after == 0)
        {
            rows = rows.Where(row => row.AcknowledgedAt == null || row.AcknowledgedAt > recent);
        }

        return await Views(database, rows
            .OrderBy(row => row.AcknowledgedAt != null)
            .ThenByDescending(row => row.LastSeen)
            .Take(PageRows)).ToListAsync(cancellationToken);
    }

    /// <summary>One alert, or null.</summary>
    public async Task<AlertView?> AlertAsync(long id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Views(database, database.StrangerAlerts.AsNoTracking().Where(row => row.Id == id)).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The last looks at an alert's portrait, newest first.</summary>
    public async Task<IReadOnlyList<PortraitLook>> LooksAsync(long alert, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.PortraitViews.Where(row => row.Alert == alert)
            .OrderByDescending(row => row.Id)
            .Take(10)
            .Select(row => new PortraitLook(row.Officer, row.Time))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Where a page that is rendered now begins to listen.</summary>
    public async Task<LivePosition> PositionAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return new LivePosition(
            await database.Events.MaxAsync(row => (long?)row.Id, cancellationToken) ?? 0,
            await database.StrangerAlerts.MaxAsync(row => (long?)row.Revision, cancellationToken) ?? 0);
    }

    public async Task<int> OpenAlertsAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.StrangerAlerts.CountAsync(row => row.AcknowledgedAt == null, cancellationToken);
    }

    public async Task<IReadOnlyList<CompoundView>> CompoundsAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await database.Compounds.AsNoTracking().OrderBy(row => row.Online).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var ranges = await database.JournalRanges.AsNoTracking()
            .GroupBy(row => new { row.Compound, row.Journal })
            .Select(group => new { group.Key.Compound, group.Key.Journal, Last = group.Max(row => row.Last), Stored = group.Sum(row => row.Last - row.First + 1) })
            .ToListAsync(cancellationToken);
        var media = await database.Media.Where(row => row.Stored == null)
            .GroupBy(row => row.Compound)
            .Select(group => new { Compound = group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Compound, row => row.Count, StringComparer.Ordinal, cancellationToken);
        return [.. rows.Select(row => new CompoundView(
            row.Id,
            row.Online,
            row.Since,
            row.LastEvent,
            // What the gateway said when it came online counts, also before the first of its records is here.
            ranges.Where(range => range.Compound == row.Id).Sum(range => (range.Journal == row.Journal ? Math.Max(range.Last, row.LastSequence ?? 0) : range.Last) - range.Stored)
                + (ranges.Any(range => range.Compound == row.Id && range.Journal == row.Journal) ? 0 : row.LastSequence ?? 0),
            media.GetValueOrDefault(row.Id)))];
    }

    private static IQueryable<AlertView> Views(StationDatabase database, IQueryable<StrangerAlertRow> rows) =>
        rows.Select(row => new AlertView(
            row.Id,
            row.Compound,
            new LocalizedText(row.GateZh, row.GateEn),
            new LocalizedText(row.ReasonZh, row.ReasonEn),
            row.Sightings,
            row.FirstSeen,
            row.LastSeen,
            row.Sequence,
            row.Portrait,
            database.Media.Any(medium => medium.Compound == row.Compound && medium.Sha256 == row.Portrait && medium.Stored != null),
            row.Revision,
            row.AcknowledgedBy,
            row.AcknowledgedAt));

    // Data that does not fit its kind was quarantined with its reason when it came; the page leaves it out.
    private static PassageView? ReadPassage(EventRow row)
    {
        try
        {
            return JsonSerializer.Deserialize<PassageData>(row.Data, Json) is { GateName: not null, Reason: not null } data
                ? new PassageView(row.Id, row.Compound, data.GateName, data.Outcome, data.Reason, data.MaskedName, row.Time, row.Sequence)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
