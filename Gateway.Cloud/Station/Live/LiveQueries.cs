using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Station.Storage;
using Gateway.Cloud.Station.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gateway.Cloud.Station.Live;

/// <summary>What the live page shows, read from the database. First render, live update and catch-up all read here.</summary>
internal sealed class LiveQueries(IDbContextFactory<StationDatabase> databases)
{
    /// <summary>Most rows of a list on the page.</summary>
    public const int PageRows = 50;

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

    /// <summary>Where a page that is rendered now begins to listen.</summary>
    public async Task<LivePosition> PositionAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return new LivePosition(
            await database.Events.MaxAsync(row => (long?)row.Id, cancellationToken) ?? 0,
            await database.Alerts.MaxAsync(row => (long?)row.Revision, cancellationToken) ?? 0);
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
        var devices = await database.DeviceStates.AsNoTracking().OrderBy(row => row.Device).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new CompoundView(
            row.Id,
            row.Online,
            row.Since,
            row.LastEvent,
            // What the gateway said when it came online counts, also before the first of its records is here.
            ranges.Where(range => range.Compound == row.Id).Sum(range => (range.Journal == row.Journal ? Math.Max(range.Last, row.LastSequence ?? 0) : range.Last) - range.Stored)
                + (ranges.Any(range => range.Compound == row.Id && range.Journal == row.Journal) ? 0 : row.LastSequence ?? 0),
            media.GetValueOrDefault(row.Id),
            new DeviceList(devices.Where(device => device.Compound == row.Id))))];
    }

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
