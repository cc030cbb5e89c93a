using Gateway.Edge.Access.Grants.Devices;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Grants.Storage;

namespace Gateway.Edge.Access.Grants;

/// <summary>Erases grants that have been over for long, with workers who have no other. What a device has not confirmed stays until it has.</summary>
internal sealed class GrantErasure(GrantDatabase database, GrantBook book, GrantTurn turn, ReceiptLedger ledger, GrantOptions options, TimeProvider clock)
{
    /// <summary>Erases what is due; returns how many grants.</summary>
    public Task<int> EraseAsync(CancellationToken cancellationToken) => turn.DoAsync(
        async () =>
        {
            var now = clock.GetUtcNow();
            var limit = now.AddDays(-options.KeepDays);
            List<Grant> due = [.. book.Now.All.Where(grant => (grant.RevokedAt ?? grant.EndedAt) < limit && ledger.Outstanding(grant).Count == 0)];
            if (due.Count == 0)
            {
                return 0;
            }

            var after = book.Now.Without([.. due.Select(grant => grant.Id)]);
            await database.ChangeAsync(
                change =>
                {
                    due.ForEach(grant => GrantRows.Delete(change.File, grant.Id));
                    foreach (var worker in due.Select(grant => grant.Worker).Distinct().Where(worker => after.Worker(worker) is null))
                    {
                        WorkerRows.Delete(change.File, worker);
                    }

                    change.Record(GrantAudit.Of(GrantAudit.Erased, null, GrantAudit.Gateway, GrantSentences.Erased(due.Count), now));
                    return true;
                },
                _ => book.Change(before => before.Without([.. due.Select(grant => grant.Id)])),
                cancellationToken);
            due.ForEach(grant => ledger.Forget(grant.Id));
            await database.EmptyLogAsync(CancellationToken.None);
            return due.Count;
        },
        cancellationToken);
}
