using System.Net;
using System.Net.Sockets;

namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>
/// How often somebody may ask: so many times per source and so many in all within a window. Holds at most 512 sources. Safe for use by
/// several threads.
/// </summary>
internal sealed class AskLimit(int perSource, int overall, TimeSpan window, TimeProvider time)
{
    private const int MostSources = 512;
    private const int LongestSource = 64;

    private readonly Lock _gate = new();

    // Both guarded by _gate: when was asked, oldest first.
    private readonly Dictionary<string, Queue<long>> _sources = new(StringComparer.Ordinal);
    private readonly Queue<long> _all = new();

    /// <summary>Counts one request; returns how long to wait instead where there were too many. Staff, without a source, never wait.</summary>
    public TimeSpan? Take(string source)
    {
        if (source.Length == 0)
        {
            return null;
        }

        lock (_gate)
        {
            var now = time.GetTimestamp();
            var key = KeyOf(source);
            if (!_sources.TryGetValue(key, out var own))
            {
                MakeRoom(now);
                _sources[key] = own = new Queue<long>();
            }

            var wait = Longer(Left(own, perSource, now), Left(_all, overall, now));
            if (wait is null)
            {
                own.Enqueue(now);
                _all.Enqueue(now);
            }

            return wait;
        }
    }

    // A neighbour in the same IPv6 network has as many addresses as it likes: they count as one.
    private static string KeyOf(string source) => IPAddress.TryParse(source, out var address)
        ? address switch
        {
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
            _ => address.ToString(),
        }
        : source.Length <= LongestSource ? source : source[..LongestSource];

    private static TimeSpan? Longer(TimeSpan? left, TimeSpan? right) => left is null || right > left ? right : left;

    private TimeSpan? Left(Queue<long> asked, int most, long now)
    {
        while (asked.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= window)
        {
            asked.Dequeue();
        }

        return asked.Count < most ? null : window - time.GetElapsedTime(asked.Peek(), now);
    }

    private void MakeRoom(long now)
    {
        if (_sources.Count < MostSources)
        {
            return;
        }

        foreach (var (key, asked) in _sources.ToList())
        {
            if (Left(asked, perSource, now) is null && asked.Count == 0)
            {
                _sources.Remove(key);
            }
        }

        if (_sources.Count >= MostSources)
        {
            // The one that has been silent longest; what all ask together stays limited.
            _sources.Remove(_sources.MinBy(entry => entry.Value.LastOrDefault()).Key);
        }
    }
}
