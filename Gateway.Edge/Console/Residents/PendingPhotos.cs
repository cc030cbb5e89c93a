using System.Security.Cryptography;

namespace Gateway.Edge.Console.Residents;

/// <summary>
/// Photos that were found good and wait for the rest of their form, so that a fault elsewhere does not cost the photo. In memory alone, for whoever
/// chose them, and for minutes; the oldest make room. Safe for use by several threads.
/// </summary>
internal sealed class PendingPhotos : IDisposable
{
    /// <summary>Longer than it takes to fill a form in; then the photo is chosen again.</summary>
    public static readonly TimeSpan Held = TimeSpan.FromMinutes(10);

    /// <summary>As many as people enrol at once.</summary>
    private const int Most = 8;

    private readonly TimeProvider _time;
    private readonly ITimer _sweep;
    private readonly Lock _gate = new();
    private readonly List<(string Ticket, string Owner, byte[] Photo, long At)> _photos = []; // guarded by _gate, the oldest first

    public PendingPhotos(TimeProvider time)
    {
        _time = time;
        // Nobody's photo stays because nobody came after it.
        _sweep = time.CreateTimer(_ => Forget(), state: null, Held, Held / 10);
    }

    /// <summary>Holds a photo; its ticket.</summary>
    /// <param name="owner">The account that chose it.</param>
    /// <param name="photo">The file.</param>
    public string Add(string owner, byte[] photo)
    {
        var ticket = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        lock (_gate)
        {
            if (_photos.Count == Most)
            {
                _photos.RemoveAt(0);
            }

            _photos.Add((ticket, owner, photo, _time.GetTimestamp()));
        }

        return ticket;
    }

    /// <summary>The photo of a ticket; null for one that is over or somebody else's.</summary>
    public byte[]? Find(string owner, string? ticket)
    {
        lock (_gate)
        {
            return _photos.Find(held => held.Ticket == ticket && held.Owner == owner && _time.GetElapsedTime(held.At) <= Held).Photo;
        }
    }

    /// <summary>Forgets the photo of a ticket.</summary>
    public void Drop(string? ticket)
    {
        lock (_gate)
        {
            _photos.RemoveAll(held => held.Ticket == ticket);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _sweep.Dispose();

    private void Forget()
    {
        lock (_gate)
        {
            _photos.RemoveAll(held => _time.GetElapsedTime(held.At) > Held);
        }
    }
}
