using System.Net;

namespace Gateway.Edge.Console.SignIn;

/// <summary>
/// Counts wrong keys: five from one address within a minute, or thirty from all of them, and a minute's pause follows. Holds at most
/// 512 addresses. Safe for use by several threads.
/// </summary>
internal sealed class TryLimit(TimeProvider time)
{
    /// <summary>Wrong tries of one address within <see cref="Window"/> after which it has to wait.</summary>
    public const int TriesPerAddress = 5;

    /// <summary>The same for all addresses together.</summary>
    public const int TriesOverall = 30;

    private const int MostAddresses = 512;

    /// <summary>How long tries are counted together, and how long a pause lasts.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();

    // Both guarded by _gate.
    private readonly Dictionary<string, Tries> _addresses = new(StringComparer.Ordinal);
    private readonly Tries _all = new(TriesOverall);

    /// <summary>How long this address has to wait; null when it may try now.</summary>
    public TimeSpan? Pause(IPAddress? address)
    {
        lock (_gate)
        {
            return Wait(address);
        }
    }

    /// <summary>
    /// Counts a try before it is looked at, or many at the same moment would all pass. A right one is given back; one that nobody gives back was wrong.
    /// </summary>
    /// <returns>How long this address has to wait; null when the try may be looked at.</returns>
    public TimeSpan? Take(IPAddress? address)
    {
        lock (_gate)
        {
            if (Wait(address) is { } pause)
            {
                return pause;
            }

            var now = time.GetTimestamp();
            var key = AddressKey.Of(address);
            if (!_addresses.TryGetValue(key, out var tries))
            {
                MakeRoom(now);
                _addresses[key] = tries = new Tries(TriesPerAddress);
            }

            tries.Add(now);
            _all.Add(now);
            return null;
        }
    }

    /// <summary>Takes back one counted try of an address: it was right.</summary>
    public void GiveBack(IPAddress? address)
    {
        lock (_gate)
        {
            if (_addresses.TryGetValue(AddressKey.Of(address), out var tries))
            {
                tries.RemoveNewest();
                if (tries.IsEmpty)
                {
                    _addresses.Remove(AddressKey.Of(address));
                }
            }

            _all.RemoveNewest();
        }
    }

    private TimeSpan? Wait(IPAddress? address)
    {
        var now = time.GetTimestamp();
        var own = _addresses.TryGetValue(AddressKey.Of(address), out var tries) ? Left(tries, now) : TimeSpan.Zero;
        var left = own > Left(_all, now) ? own : Left(_all, now);
        return left > TimeSpan.Zero ? left : null;
    }

    // The pause counts from the last of the tries that filled the window.
    private TimeSpan Left(Tries tries, long now) =>
        tries.IsFull && time.GetElapsedTime(tries.Oldest, tries.Newest) < Window ? Window - time.GetElapsedTime(tries.Newest, now) : TimeSpan.Zero;

    private void MakeRoom(long now)
    {
        if (_addresses.Count < MostAddresses)
        {
            return;
        }

        foreach (var old in _addresses.Where(entry => time.GetElapsedTime(entry.Value.Newest, now) > Window).Select(entry => entry.Key).ToList())
        {
            _addresses.Remove(old);
        }

        if (_addresses.Count >= MostAddresses)
        {
            _addresses.Remove(_addresses.MinBy(entry => entry.Value.Newest).Key);
        }
    }

    // The instants of the last tries, oldest first.
    private sealed class Tries(int capacity)
    {
        private readonly List<long> _instants = new(capacity);

        public bool IsFull => _instants.Count == capacity;

        public long Oldest => _instants[0];

        public bool IsEmpty => _instants.Count == 0;

        public long Newest => _instants[^1];

        public void Add(long instant)
        {
            if (IsFull)
            {
                _instants.RemoveAt(0);
            }

            _instants.Add(instant);
        }

        public void RemoveNewest()
        {
            if (_instants.Count > 0)
            {
                _instants.RemoveAt(_instants.Count - 1);
            }
        }
    }
}
