using System.Threading.Channels;

namespace Gateway.Cloud.Station.Live;

/// <summary>
/// Tells every open page that something was committed. A listener holds at most one pending signal and reads what is new from
/// the database by itself, so a slow one costs nothing and misses nothing. Safe for use by several threads.
/// </summary>
internal sealed class LiveSignal
{
    private readonly Lock _gate = new();

    // Guarded by _gate.
    private readonly HashSet<Channel<bool>> _listeners = [];

    /// <summary>How many pages listen.</summary>
    public int Listeners
    {
        get
        {
            lock (_gate)
            {
                return _listeners.Count;
            }
        }
    }

    /// <summary>Something was committed.</summary>
    public void Raise()
    {
        lock (_gate)
        {
            foreach (var listener in _listeners)
            {
                listener.Writer.TryWrite(true);
            }
        }
    }

    /// <summary>Begins to listen; dispose the subscription to end.</summary>
    public LiveSubscription Listen()
    {
        var channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
        lock (_gate)
        {
            _listeners.Add(channel);
        }

        return new LiveSubscription(channel.Reader, () =>
        {
            lock (_gate)
            {
                _listeners.Remove(channel);
            }
        });
    }
}
