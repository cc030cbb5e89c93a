using System.Collections.Concurrent;

namespace Gateway.Edge.Accounts;

/// <summary>
/// All accounts in memory, so that no request waits for the disk, and the end of their sessions as it happens. Follows each change to the
/// file under <see cref="AccountVault"/>'s lock; safe to read by several threads.
/// </summary>
internal sealed class AccountBook
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Every account, by name.</summary>
    public IReadOnlyList<AccountStanding> All => [.. _entries.Values.Select(entry => entry.Standing).OrderBy(standing => standing.Name, StringComparer.Ordinal)];

    /// <summary>The account with that id; null where there is none.</summary>
    public AccountStanding? Find(string? id) => id is not null && _entries.TryGetValue(id, out var entry) ? entry.Standing : null;

    /// <summary>The account with that name, in whatever case; null where there is none.</summary>
    public AccountStanding? Named(string name) => _entries.Values.Select(entry => entry.Standing).FirstOrDefault(standing => standing.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The account of a session; null once that session has ended.</summary>
    public AccountStanding? Good(string? id, string? stamp) => Find(id) is { Disabled: false } standing && standing.Stamp == stamp ? standing : null;

    /// <summary>Cancelled when the sessions with this stamp end; cancelled already where they have.</summary>
    public CancellationToken Ended(string id, string stamp) =>
        _entries.TryGetValue(id, out var entry) && entry.Standing.Stamp == stamp && !entry.Standing.Disabled ? entry.End.Token : new CancellationToken(canceled: true);

    /// <summary>Remembers an account as it is now. Called under the vault's lock alone.</summary>
    public void Put(AccountStanding standing)
    {
        _entries.TryGetValue(standing.Id, out var before);
        var goesOn = before is not null && before.Standing.Stamp == standing.Stamp && before.Standing.Disabled == standing.Disabled;
        _entries[standing.Id] = new Entry(standing, goesOn ? before!.End : new CancellationTokenSource());
        if (!goesOn)
        {
            before?.End.Cancel();
        }
    }

    // The source holds no timer and no handle: it is left to the collector.
    private sealed record Entry(AccountStanding Standing, CancellationTokenSource End);
}
