using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Grants.Devices;
using Gateway.Edge.Access.Grants.Storage;

namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>Ends grants for good, and erases the faces that no grant needs any more, in one change.</summary>
internal sealed class GrantEnds(
    GrantDatabase database,
    GrantRows grants,
    GrantBook book,
    GrantTurn turn,
    FaceKeeper faces,
    ReceiptLedger ledger,
    ReceiptBell bell,
    VehicleEnds vehicles,
    GrantZone zone,
    TimeProvider clock)
{
    // Over in memory, not yet on the disk, which failed. Guarded by the turn.
    private readonly HashSet<Guid> _unstored = [];

    /// <summary>Ends every grant whose time is over; returns how many.</summary>
    public Task<int> EndDueAsync(CancellationToken cancellationToken) => turn.DoAsync(
        async () =>
        {
            var now = clock.GetUtcNow();
            List<Guid> due = [.. book.Now.All.Where(grant => grant.IsLive && now >= grant.Until).Select(grant => grant.Id)];
            if (due.Count + _unstored.Count > 0)
            {
                await EndAsync(due, grant => grant with { EndedAt = now, Revision = grant.Revision + 1 }, now);
            }
            else
            {
                await vehicles.SettleAsync();
            }

            return due.Count;
        },
        cancellationToken);

    /// <summary>Takes a grant back, unless it is over.</summary>
    /// <returns>False where it is over already.</returns>
    public Task<bool> RevokeAsync(Guid id, string by, CancellationToken cancellationToken) => turn.DoAsync(
        async () =>
        {
            var now = clock.GetUtcNow();
            if (book.Now.Find(id) is { IsLive: true })
            {
                vehicles.Owe(id);
                await EndAsync([id], grant => grant with { RevokedAt = now, Revision = grant.Revision + 1, EnteredBy = by }, now);
                return true;
            }

            if (!_unstored.Contains(id))
            {
                return false;
            }

            // Asked once more after the disk failed.
            await EndAsync([], static grant => grant, now);
            return true;
        },
        cancellationToken);

    // Not cancelled with whoever asked: once memory has changed, file and vehicles follow.
    private async Task EndAsync(List<Guid> ids, Func<Grant, Grant> end, DateTimeOffset now)
    {
        // Gates go by memory: over there first, whatever the disk does.
        book.Change(before => before.With([], [.. ids.Select(before.Find).OfType<Grant>().Select(end)]));
        _unstored.UnionWith(ids);
        // Renewed meanwhile: the renewal has stored it.
        _unstored.RemoveWhere(id => book.Now.Find(id) is not { IsLive: false });
        List<Grant> over = [.. _unstored.Select(book.Now.Find).OfType<Grant>()];
        List<Guid> faceless = [.. over.Select(grant => grant.Worker).Distinct().Where(worker => !book.Now.GrantsOf(worker).Any(other => other.IsLive))];
        faceless.ForEach(faces.Hide);
        try
        {
            await database.ChangeAsync(
                change =>
                {
                    over.ForEach(grant => Store(change, grant, now));
                    faceless.ForEach(worker => Erase(change, worker, over.Last(grant => grant.Worker == worker), now));
                    return true;
                },
                _ => book.Change(before => before.With([.. faceless.Select(before.Worker).OfType<TemporaryWorker>().Select(worker => worker with { Templates = 0 })], [])),
                CancellationToken.None);
        }
        finally
        {
            await vehicles.SettleAsync();
        }

        _unstored.Clear();
        over.ForEach(grant => ledger.Note(Own(grant, now)));
        if (faceless.Count > 0)
        {
            await database.EmptyLogAsync(CancellationToken.None);
        }

        bell.Ring();
    }

    private void Store(GrantTransaction change, Grant grant, DateTimeOffset now)
    {
        grants.Put(change.File, grant);
        ReceiptRows.Put(change.File, Own(grant, now));
        var isRevoked = grant.RevokedAt is not null;
        var words = isRevoked ? GrantSentences.Revoked(grant) : GrantSentences.Ended(grant, zone.Zone);
        change.Record(GrantAudit.Of(isRevoked ? GrantAudit.Revoked : GrantAudit.Ended, grant.Id, isRevoked ? grant.EnteredBy : GrantAudit.Gateway, words, now));
        change.Record(GrantSentences.Event(isRevoked ? GrantData.Revoked : GrantData.Ended, grant, words, now));
    }

    private void Erase(GrantTransaction change, Guid worker, Grant grant, DateTimeOffset now)
    {
        if (book.Now.Worker(worker) is { Templates: > 0 })
        {
            WorkerRows.EraseFace(change.File, worker, now);
            change.Record(GrantAudit.Of(GrantAudit.FaceErased, grant.Id, GrantAudit.Gateway, GrantSentences.FaceErased(grant), now));
            change.Record(GrantSentences.Event(GrantData.FaceErased, grant, GrantSentences.FaceErased(grant), now));
        }
    }

    // The gateway's own receipt: its gallery and its file hold nothing of it from here on.
    private static GrantReceipt Own(Grant grant, DateTimeOffset now) => new(grant.Id, ActionAudit.Gateway, grant.Revision, Erased: true, now);
}
