using System.Security.Cryptography;

namespace Gateway.Edge.Console.Vehicles;

/// <summary>
/// Files that were looked at and wait for a word of confirmation: what is taken over is what was looked at. In memory alone; the oldest
/// make room. Safe for use by several threads.
/// </summary>
internal sealed class PendingImports(TimeProvider time)
{
    /// <summary>The largest file that is looked at.</summary>
    public const int LargestFile = 4 << 20;

    /// <summary>As many as people work at it at once.</summary>
    private const int Most = 4;

    /// <summary>Whoever has thought so long about it looks again.</summary>
    public static readonly TimeSpan Held = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private readonly List<(string Ticket, byte[] File, long At)> _files = []; // guarded by _gate, the oldest first

    /// <summary>Holds a file; its ticket.</summary>
    public string Add(byte[] file)
    {
        var ticket = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        lock (_gate)
        {
            _files.RemoveAll(held => time.GetElapsedTime(held.At) > Held);
            if (_files.Count == Most)
            {
                _files.RemoveAt(0);
            }

            _files.Add((ticket, file, time.GetTimestamp()));
        }

        return ticket;
    }

    /// <summary>Gives a file out, once; null for a ticket that is over.</summary>
    public byte[]? Take(string? ticket)
    {
        lock (_gate)
        {
            var at = _files.FindIndex(held => held.Ticket == ticket && time.GetElapsedTime(held.At) <= Held);
            if (at < 0)
            {
                return null;
            }

            var file = _files[at].File;
            _files.RemoveAt(at);
            return file;
        }
    }
}
