using System.Threading.Channels;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Http;

/// <summary>
/// One sender's queue and limits: how often, how much at once, how many waiting. What one sender does to its own never touches another's.
/// Safe for several threads; one reader.
/// </summary>
internal sealed class PushInbox : IDisposable
{
    /// <summary>Requests that may wait for the device.</summary>
    public const int Capacity = 64;

    /// <summary>Bytes that may wait for the device; pictures fill a queue long before their number does.</summary>
    public const int CapacityBytes = 16 << 20;

    private const int Burst = 40;
    private const double PerSecond = 20;
    private const int AtOnce = 4;
    private readonly Channel<PushMessage> _queue = Channel.CreateBounded<PushMessage>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly TokenBucket _rate;
    private readonly Action<PushInbox> _close;
    private int _atOnce;
    private long _bytes;

    public PushInbox(PushSender sender, TimeProvider clock, Action<PushInbox> close)
    {
        (Sender, _close) = (sender, close);
        _rate = new TokenBucket(Burst, PerSecond, clock);
        Verifier = sender.Login is { } login ? new DigestVerifier(login, sender.Device.Value, clock) : null;
    }

    public PushSender Sender { get; }

    /// <summary>Checks log-ins; null for a sender that is known by its address alone.</summary>
    public DigestVerifier? Verifier { get; }

    public PushCounters Counters { get; } = new();

    /// <summary>The next request, in the order of arrival.</summary>
    public async ValueTask<PushMessage> ReadAsync(CancellationToken cancellationToken)
    {
        var message = await _queue.Reader.ReadAsync(cancellationToken);
        Interlocked.Add(ref _bytes, -message.Size);
        return message;
    }

    /// <summary>Takes a request; false while the queue is full.</summary>
    public bool TryDeliver(PushMessage message)
    {
        if (Interlocked.Add(ref _bytes, message.Size) <= CapacityBytes && _queue.Writer.TryWrite(message))
        {
            return true;
        }

        Interlocked.Add(ref _bytes, -message.Size);
        return false;
    }

    /// <summary>Whether another request may begin now: 429 for too often, 503 for too many at once or a full queue, 200 for yes. A yes is owed <see cref="End"/>.</summary>
    public int Begin()
    {
        if (!_rate.TryTake())
        {
            return 429;
        }

        if (Interlocked.Increment(ref _atOnce) <= AtOnce && _queue.Reader.Count < Capacity)
        {
            return 200;
        }

        End();
        return 503;
    }

    /// <summary>A request that <see cref="Begin"/> let in is over.</summary>
    public void End() => Interlocked.Decrement(ref _atOnce);

    /// <inheritdoc/>
    public void Dispose()
    {
        _close(this);
        _queue.Writer.TryComplete();
    }
}
