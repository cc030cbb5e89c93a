using Gateway.Edge.Access.Grants.Devices;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Grants.Storage;

namespace Gateway.Edge.Access.Grants;

/// <summary>
/// Fills memory from the file before the first gate is served. What has ended while the gateway was down is ended first, so that no face
/// of an ended grant ever reaches the gallery.
/// </summary>
internal sealed class GrantsStart(
    GrantDatabase database, GrantRows grants, WorkerRows workers, GrantBook book, GrantEnds ends, FaceKeeper faces, ReceiptLedger ledger, ILogger<GrantsStart> logger)
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
        var ended = await ends.EndDueAsync(cancellationToken);
        await database.ReadAsync(
            file =>
            {
                faces.Load(file);
                return true;
            },
            cancellationToken);
        await database.CatchUpAsync(cancellationToken);
        GrantsLog.Loaded(logger, book.Now.Count, ended);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
