using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Edge.Privacy.People;
using Gateway.Edge.Privacy.Storage;
using Gateway.Edge.Privacy.Stores;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Privacy.Erasure;

/// <summary>
/// Erases people, store by store, through the stores' own desks. The plan is on the disk before anything goes, each store's receipt after it has
/// gone; whatever stops it, it goes on with the stores that have no receipt. Safe for use by several threads.
/// </summary>
internal sealed class ErasureDesk(
    PrivacyDatabase database, ErasureRows rows, IEnumerable<IPersonStore> stores, ErasureBell bell, IOptions<PrivacyOptions> options, TimeProvider clock) : IDisposable
{
    private const int LongestBy = 128;

    // One person at a time: two of one household may share entries.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Begins; what is under way for the person already is answered as it stands. Durable with its audit fact when it returns.</summary>
    public async Task<PersonErasure> BeginAsync(DataSubject subject, ErasureBasis basis, string by, CancellationToken cancellationToken)
    {
        var begun = await database.ChangeAsync(
            change =>
            {
                if (ErasureRows.Open(change.File, subject.Id) is { } open)
                {
                    return open;
                }

                var erasure = new PersonErasure(
                    Guid.NewGuid(), subject.Id, subject.Kind, basis.Code, by.Length <= LongestBy ? by : by[..LongestBy], clock.GetUtcNow(), null, null, null, []);
                rows.Begin(change.File, erasure, subject);
                change.Record(new PrivacyAudit(
                    PrivacyAudit.EraseBegun,
                    subject.Id,
                    erasure.BegunBy,
                    new LocalizedText($"开始删除一人的全部资料（{basis.Words.Zh}）", $"The erasure of everything on one person was begun ({basis.Words.En})"),
                    erasure.BegunAt));
                return erasure;
            },
            remember: null,
            cancellationToken);
        bell.Ring();
        return begun;
    }

    /// <summary>Goes on with an erasure as far as it can.</summary>
    /// <returns>True when it is done.</returns>
    public async Task<bool> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (await database.ReadAsync(file => (rows.Plan(file, id), ErasureRows.Find(file, id)), cancellationToken) is not ({ } subject, { } erasure))
            {
                return true;
            }

            var waiting = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var store in stores.Where(store => erasure.Steps.All(step => step.Store != store.Name)))
            {
                At = store.Name;
                var receipt = await store.EraseAsync(subject, erasure.BegunBy, cancellationToken);
                waiting.UnionWith(receipt.Waiting);
                if (receipt.Waiting.Count == 0)
                {
                    await KeepAsync(id, store.Name, receipt);
                }
            }

            await (waiting.Count == 0 ? FinishAsync(id, subject) : WaitAsync(id, string.Join(", ", waiting)));
            return waiting.Count == 0;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The store that was last begun with; for the log.</summary>
    public string At { get; private set; } = "";

    /// <summary>One erasure; null for none.</summary>
    public Task<PersonErasure?> FindAsync(Guid id, CancellationToken cancellationToken) => database.ReadAsync(file => ErasureRows.Find(file, id), cancellationToken);

    /// <summary>A person's erasure that is not done; null for none.</summary>
    public Task<PersonErasure?> OpenAsync(Guid subject, CancellationToken cancellationToken) => database.ReadAsync(file => ErasureRows.Open(file, subject), cancellationToken);

    /// <summary>Erasures, the newest first.</summary>
    public async Task<IReadOnlyList<PersonErasure>> ListAsync(int limit, CancellationToken cancellationToken) => await database.ReadAsync(file => ErasureRows.List(file, limit), cancellationToken);

    /// <summary>Erasures that are not done.</summary>
    public Task<List<Guid>> UnfinishedAsync(CancellationToken cancellationToken) => database.ReadAsync(ErasureRows.Unfinished, cancellationToken);

    /// <summary>Notes why it stands still.</summary>
    public Task WaitAsync(Guid id, string? why) => database.ChangeAsync(
        change =>
        {
            ErasureRows.Wait(change.File, id, why);
            return true;
        },
        remember: null,
        CancellationToken.None);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private Task<bool> KeepAsync(Guid id, string store, StoreErasure receipt) => database.ChangeAsync(
        change =>
        {
            var before = ErasureRows.Find(change.File, id)!.Steps;
            var (now, text) = (clock.GetUtcNow(), JsonSerializer.Serialize(receipt, JsonSerializerOptions.Web));
            var hash = ReceiptChain.Next(before is [.., var last] ? last.Hash : ReceiptChain.Origin(id), store, now, text);
            ErasureRows.Put(change.File, id, new ErasureStep(before.Count + 1, store, now, receipt, text, hash));
            return true;
        },
        remember: null,
        CancellationToken.None);

    private async Task FinishAsync(Guid id, DataSubject subject)
    {
        await database.ChangeAsync(
            change =>
            {
                var (erasure, now) = (ErasureRows.Find(change.File, id)!, clock.GetUtcNow());
                var proof = erasure.Steps is [.., var last] ? last.Hash : ReceiptChain.Origin(id);
                ErasureRows.Finish(change.File, id, now, now.AddDays(options.Value.BackupDays));
                change.Record(new PrivacyAudit(
                    PrivacyAudit.Erased,
                    subject.Id,
                    erasure.BegunBy,
                    new LocalizedText($"已删除一人的全部资料；凭证哈希 {proof}", $"Everything on one person was erased; hash of the proof {proof}"),
                    now));
                return true;
            },
            remember: null,
            CancellationToken.None);
        await database.EmptyLogAsync(CancellationToken.None);
    }
}
