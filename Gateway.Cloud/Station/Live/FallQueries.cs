using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Station.Storage;
using Gateway.Cloud.Station.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Gateway.Cloud.Station.Live;

/// <summary>The things of an alert of falling objects, read from its events.</summary>
internal sealed class FallQueries(IDbContextFactory<StationDatabase> databases)
{
    /// <summary>Events of one alert that are read: each thing has two.</summary>
    private const int MostEvents = 200;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>In the order in which they fell; empty for alerts of other kinds.</summary>
    public async Task<IReadOnlyList<FallenThing>> OfAsync(AlertView alert, CancellationToken cancellationToken)
    {
        if (alert.Kind != EventKind.FallingObject)
        {
            return [];
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await database.Events.AsNoTracking()
            .Where(row => row.Kind == EventKind.FallingObject && row.Compound == alert.Compound && row.Data.Contains(alert.Incident))
            .OrderByDescending(row => row.Id)
            .Take(MostEvents)
            .ToListAsync(cancellationToken);
        var events = rows.ConvertAll(row => (row.Sequence, Data: DataOf(row, alert.Incident))).FindAll(row => row.Data is not null);
        var evidence = events.Where(row => row.Data!.Phase == FallingObjectPhase.Evidence)
            .DistinctBy(row => row.Data!.ObjectId, StringComparer.Ordinal)
            .ToDictionary(row => row.Data!.ObjectId, row => row.Data!.Reason, StringComparer.Ordinal);
        return
        [
            .. events.Where(row => row.Data!.Phase == FallingObjectPhase.Alert)
                .Select(row => new FallenThing(row.Data!.Reason, row.Data.BeganAt, row.Sequence, evidence.GetValueOrDefault(row.Data.ObjectId)))
                .OrderBy(thing => thing.BeganAt)
                .ThenBy(thing => thing.Sequence),
        ];
    }

    private static FallingObjectData? DataOf(EventRow row, string incident)
    {
        try
        {
            return JsonSerializer.Deserialize<FallingObjectData>(row.Data, Json) is { ObjectId: not null, Reason: not null } data && data.Incident == incident ? data : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
