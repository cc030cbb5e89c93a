using System.Diagnostics.CodeAnalysis;

namespace Gateway.Edge.Console.Visitors;

/// <summary>
/// Keys of links that were just made, in memory, for the page that shows them to whoever made them: elsewhere their hashes alone are kept. Holds at most
/// 256. Safe for several threads.
/// </summary>
internal sealed class FreshLinks(TimeProvider time)
{
    /// <summary>How long a link can be looked at again; after it another one is made.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromMinutes(15);

    private const int Most = 256;

    private readonly Lock _gate = new();

    // Guarded by _gate.
    private readonly Dictionary<(Guid Invitation, string Maker), (string Key, long At)> _keys = [];

    /// <summary>Keeps the key of an invitation's link for a while, for whoever made it.</summary>
    public void Put(Guid invitation, string maker, string key)
    {
        lock (_gate)
        {
            Drop();
            if (_keys.Count >= Most)
            {
                _keys.Remove(_keys.MinBy(entry => entry.Value.At).Key);
            }

            _keys[(invitation, maker)] = (key, time.GetTimestamp());
        }
    }

    /// <summary>The key of an invitation's link, where it was made a moment ago.</summary>
    public bool TryFind(Guid invitation, string maker, [NotNullWhen(true)] out string? key)
    {
        lock (_gate)
        {
            Drop();
            key = _keys.TryGetValue((invitation, maker), out var kept) ? kept.Key : null;
            return key is not null;
        }
    }

    private void Drop()
    {
        foreach (var (invitation, kept) in _keys)
        {
            if (time.GetElapsedTime(kept.At) >= ShownFor)
            {
                _keys.Remove(invitation);
            }
        }
    }
}
