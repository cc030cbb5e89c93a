using Gateway.Edge.Access.Grants.Devices;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Grants.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Grants;

/// <summary>
/// Erases grants that have been over for long, with workers who have no other. What a device has not confirmed stays until it has; a row
/// that cannot be opened goes by its end alone. Worker by worker, so that one who cannot be erased keeps nobody else.
/// </summary>
internal sealed class GrantErasure(GrantDatabase database, GrantBook book, GrantTurn turn, ReceiptLedger ledger, GrantOptions options, TimeProvider clock)
{
    /// <summary>Erases what is due; returns how many grants.</summary>
    public Task<int> EraseAsync(CancellationToken cancellationToken) => turn.DoAsync(
        async () =>
        {
            var now = clock.GetUtcNow();
            var limit = now.AddDays(-options.KeepDays);
            var due = book.Now.All.Where(grant => (grant.RevokedAt ?? grant.EndedAt) < now.AddDays(-DaysKept(grant)) && IsConfirmed(grant)).Select(grant => (grant.Id, grant.Worker));
            var unreadable = (await database.ReadAsync(file => GrantRows.EndedBefore(file, limit), cancellationToken)).Where(row => book.Now.Find(row.Id) is null);
            return await EraseAsync([.. due, .. unreadable], now, cancellationToken);
        },
        cancellationToken);

    /// <summary>Erases some grants at once, because whom they are about asks for it; what is not over, or not confirmed by every device, stays.</summary>
    /// <returns>How many were erased.</returns>
    public Task<int> ForgetAsync(IReadOnlyCollection<Guid> grants, CancellationToken cancellationToken) => turn.DoAsync(
        () => EraseAsync(
            [.. grants.Select(book.Now.Find).OfType<Grant>().Where(grant => !grant.IsLive && IsConfirmed(grant)).Select(grant => (grant.Id, grant.Worker))],
            clock.GetUtcNow(),
            cancellationToken),
        cancellationToken);

    private int DaysKept(Grant grant) => grant.Tag == WorkerTag.Visitor.Code ? Math.Min(options.VisitorKeepDays, options.KeepDays) : options.KeepDays;

    private bool IsConfirmed(Grant grant) => ledger.Outstanding(grant).Count == 0;

    private async Task<int> EraseAsync(IReadOnlyList<(Guid Id, Guid Worker)> due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (erased, fault) = (0, (SqliteException?)null);
        foreach (var worker in due.GroupBy(row => row.Worker, row => row.Id))
        {
            try
            {
                erased += await EraseAsync(worker.Key, [.. worker], now, cancellationToken);
            }
            catch (SqliteException error)
            {
                fault = error;
            }
        }

        if (erased > 0)
        {
            await database.EmptyLogAsync(CancellationToken.None);
        }

        return fault is null ? erased : throw fault;
    }

    private async Task<int> EraseAsync(Guid worker, List<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await database.ChangeAsync(
            change =>
            {
                ids.ForEach(id => GrantRows.Delete(change.File, id));
                WorkerRows.DeleteUnlessGranted(change.File, worker);
                change.Record(GrantAudit.Of(GrantAudit.Erased, null, GrantAudit.Gateway, GrantSentences.Erased(ids.Count), now));
                return true;
            },
            _ => book.Change(before => before.Without(ids)),
            cancellationToken);
        ids.ForEach(ledger.Forget);
        return ids.Count;
    }
}
