using Gateway.Edge.Access.Grants.Devices;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Grants.Storage;

namespace Gateway.Edge.Access.Grants;

/// <summary>
/// Erases one temporary worker at the person's wish. Grants are taken back first, so that gates and devices forget; name, number and host go at
/// once, what is left of the rows goes when every device has confirmed. Done again, it goes on where it was.
/// </summary>
internal sealed class WorkerErasure(GrantDatabase database, GrantRows grants, WorkerRows workers, GrantBook book, GrantTurn turn, GrantEnds ends, ReceiptLedger ledger, TimeProvider clock)
{
    /// <summary>What stands in place of a name that was erased.</summary>
    public const string Blank = "—";

    /// <summary>Erases as far as devices have confirmed.</summary>
    public async Task<WorkerErased> EraseAsync(Guid worker, string by, CancellationToken cancellationToken)
    {
        foreach (var grant in book.Now.GrantsOf(worker).Where(grant => grant.IsLive))
        {
            await ends.RevokeAsync(grant.Id, by, cancellationToken);
        }

        return await turn.DoAsync(
            async () =>
            {
                var theirs = book.Now.GrantsOf(worker);
                List<string> waiting = [.. theirs.SelectMany(ledger.Outstanding).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
                var receipts = await database.ReadAsync(file => theirs.SelectMany(grant => ReceiptRows.Read(file, grant.Id)).Where(receipt => receipt.Erased).ToList(), cancellationToken);
                await (waiting.Count > 0 ? BlankAsync(worker, theirs) : DeleteAsync(worker, theirs, by));
                await database.EmptyLogAsync(CancellationToken.None);
                return new WorkerErased(theirs.Count, receipts, waiting);
            },
            cancellationToken);
    }

    /// <summary>Takes words out of the hosts of other workers' grants; returns how many.</summary>
    public async Task<int> BlankHostsAsync(Func<string?, string?> blank, CancellationToken cancellationToken)
    {
        var changed = new List<Grant>();
        await turn.DoAsync(
            () => database.ChangeAsync(
                change =>
                {
                    changed = [.. book.Now.All.Where(grant => blank(grant.Host) != grant.Host)];
                    changed.ForEach(grant => grants.Put(change.File, grant with { Host = blank(grant.Host) ?? Blank }));
                    return true;
                },
                // Once more on what stands now: an entry may have been counted meanwhile.
                _ => book.Change(before => before.With([], [.. changed.Select(grant => before.Find(grant.Id)).OfType<Grant>().Select(grant => grant with { Host = blank(grant.Host) ?? Blank })])),
                CancellationToken.None),
            cancellationToken);
        await database.EmptyLogAsync(CancellationToken.None);
        return changed.Count;
    }

    /// <summary>A worker's whole number; null for none.</summary>
    public Task<string?> PhoneAsync(Guid worker, CancellationToken cancellationToken) => database.ReadAsync(file => workers.Phone(file, worker), cancellationToken);

    /// <summary>A worker's photos; empty where none are kept.</summary>
    public Task<List<byte[]>> PhotosAsync(Guid worker, CancellationToken cancellationToken) => database.ReadAsync(file => workers.ReadPhotos(file, worker), cancellationToken);

    /// <summary>What devices have confirmed of a grant.</summary>
    public Task<List<GrantReceipt>> ReceiptsAsync(Guid grant, CancellationToken cancellationToken) => database.ReadAsync(file => ReceiptRows.Read(file, grant), cancellationToken);

    private Task<bool> BlankAsync(Guid worker, IReadOnlyList<Grant> theirs)
    {
        if (book.Now.Worker(worker) is not { } known || known.Name == Blank)
        {
            return Task.FromResult(false);
        }

        var blank = known with { Name = Blank, MaskedPhone = null, Consent = known.Consent is { } consent ? consent with { By = Blank } : null };
        List<Grant> hostless = [.. theirs.Select(grant => grant with { Host = Blank })];
        return database.ChangeAsync(
            change =>
            {
                workers.Put(change.File, blank, phone: null);
                hostless.ForEach(grant => grants.Put(change.File, grant));
                return true;
            },
            _ => book.Change(before => before.With([blank], hostless)),
            CancellationToken.None);
    }

    private async Task<bool> DeleteAsync(Guid worker, IReadOnlyList<Grant> theirs, string by)
    {
        List<Guid> ids = [.. theirs.Select(grant => grant.Id)];
        await database.ChangeAsync(
            change =>
            {
                ids.ForEach(id => GrantRows.Delete(change.File, id));
                WorkerRows.DeleteUnlessGranted(change.File, worker);
                if (ids.Count > 0)
                {
                    change.Record(GrantAudit.Of(GrantAudit.Erased, null, by, GrantSentences.ErasedOnRequest(ids.Count), clock.GetUtcNow()));
                }

                return true;
            },
            _ => book.Change(before => before.Without(ids)),
            CancellationToken.None);
        ids.ForEach(ledger.Forget);
        return true;
    }
}
