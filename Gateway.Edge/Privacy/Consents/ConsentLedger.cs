using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Privacy.People;
using Gateway.Edge.Privacy.Storage;

namespace Gateway.Edge.Privacy.Consents;

/// <summary>
/// Every consent and withdrawal, kept beyond the end of a grant or a registration. It follows the registries, which are where consent is given:
/// each reading takes over what is new there. Safe for use by several threads.
/// </summary>
internal sealed class ConsentLedger(PrivacyDatabase database, ConsentRows rows, ResidentRegistry residents, GrantBook grants, TimeProvider clock) : IDisposable
{
    // Guards _known, and keeps two readings from writing the same.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Dictionary<(Guid Subject, long At), ConsentEntry>? _known;

    // Guarded by _turn: the same, the newest first; null after a change. Opening thousands of names takes longer than a page may.
    private IReadOnlyList<ConsentEntry>? _sorted;

    /// <summary>Every consent, the newest first.</summary>
    public async Task<IReadOnlyList<ConsentEntry>> ListAsync(string? search, CancellationToken cancellationToken)
    {
        var text = search?.Trim() ?? "";
        var all = await FollowAsync(cancellationToken);
        return text.Length == 0 ? all : [.. all.Where(entry => Matches(entry, text))];
    }

    /// <summary>Takes over what is new in the registries; every consent, the newest first.</summary>
    public async Task<IReadOnlyList<ConsentEntry>> FollowAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            _known ??= (await database.ReadAsync(rows.ReadAll, cancellationToken)).ToDictionary(Key);
            var changed = (await TheirsAsync(cancellationToken)).Where(entry => !_known.TryGetValue(Key(entry), out var known) || (known.Who is not null && known != entry)).ToList();
            if (changed.Count > 0)
            {
                await database.ChangeAsync(
                    change =>
                    {
                        changed.ForEach(entry => rows.Put(change.File, entry));
                        return true;
                    },
                    remember: null,
                    cancellationToken);
                changed.ForEach(entry => _known[Key(entry)] = entry);
                _sorted = null;
            }

            return _sorted ??= [.. _known.Values.OrderByDescending(entry => entry.At).ThenBy(entry => entry.Subject)];
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Takes a person's names out; that somebody consented and withdrew, to which text and when, stays. Returns how many consents.</summary>
    public async Task<int> ForgetAsync(Guid subject, CancellationToken cancellationToken)
    {
        // First, so that consents not yet taken over stay as proof too.
        await FollowAsync(cancellationToken);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var count = await database.ChangeAsync(change => ConsentRows.Forget(change.File, subject, clock.GetUtcNow()), remember: null, cancellationToken);
            await database.EmptyLogAsync(CancellationToken.None);
            (_known, _sorted) = (null, null);
            return count;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<IEnumerable<ConsentEntry>> TheirsAsync(CancellationToken cancellationToken) =>
    [
        .. (await residents.ListAsync(cancellationToken)).Where(one => one.Consent is not null).Select(one => Entry(one.Id, SubjectKind.Resident, one.Name, one.Consent!)),
        .. grants.Now.Workers.Where(one => one.Consent is not null && one.Name != WorkerErasure.Blank).Select(one => Entry(one.Id, SubjectKind.Worker, one.Name, one.Consent!)),
    ];

    private static ConsentEntry Entry(Guid id, SubjectKind kind, string name, Consent consent) =>
        new(id, kind, consent.At, consent.TextVersion, new ConsentNames(name, consent.By, consent.WithdrawnBy), consent.WithdrawnAt);

    private static (Guid Subject, long At) Key(ConsentEntry entry) => (entry.Subject, entry.At.UtcTicks);

    private static bool Matches(ConsentEntry entry, string text) =>
        entry.Who is { } who && (Has(who.Name, text) || Has(who.By, text) || Has(who.WithdrawnBy, text)) || Has(entry.Subject.ToString(), text) || entry.Text.Equals(text, StringComparison.OrdinalIgnoreCase);

    private static bool Has(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;
}
