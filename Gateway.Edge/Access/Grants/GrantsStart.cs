using Gateway.Edge.Access.Grants.Devices;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Grants.Storage;
using Gateway.Edge.Journal;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Grants;

/// <summary>
/// Fills memory from the file before the first gate is served. What has ended while the gateway was down is ended first, so that no face
/// of an ended grant ever reaches the gallery.
/// </summary>
internal sealed class GrantsStart(
    GrantDatabase database,
    GrantRows grants,
    WorkerRows workers,
    GrantBook book,
    GrantEnds ends,
    VehicleEnds vehicles,
    FaceKeeper faces,
    ReceiptLedger ledger,
    ILogger<GrantsStart> logger)
    : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await database.ReadAsync(
            file =>
            {
                var ((known, wholeWorkers), (granted, wholeGrants)) = (workers.ReadAll(file), grants.ReadAll(file));
                book.IsComplete &= wholeWorkers && wholeGrants;
                book.Change(_ => SettingRows.Leases(file).Aggregate(
                    GrantSnapshot.Empty.With(known, granted).With(SettingRows.Holidays(file)).With(SettingRows.IsLockedDown(file)),
                    static (snapshot, lease) => snapshot.WithLease(lease.Resident, lease.End)));
                ReceiptRows.Read(file, grant: null).ForEach(ledger.Note);
                return true;
            },
            cancellationToken);
        // A stop may have come between a revocation and the removal of its vehicles.
        foreach (var grant in book.Now.All.Where(grant => grant is { RevokedAt: not null, Vehicles.Count: > 0 }))
        {
            vehicles.Owe(grant.Id);
        }

        var ended = 0;
        await TryAsync(async () => ended = await ends.EndDueAsync(cancellationToken));
        await database.ReadAsync(
            file =>
            {
                faces.Load(file);
                return true;
            },
            cancellationToken);
        await TryAsync(() => database.CatchUpAsync(cancellationToken));
        GrantsLog.Loaded(logger, book.Now.Count, ended);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A disk that takes nothing is no reason to serve no gate: memory has ended what is over, and the watch tries the disk again.
    private async Task TryAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception error) when (error is SqliteException or JournalUnavailableException or IOException)
        {
            GrantsLog.StartNotStored(logger, error);
        }
    }
}
