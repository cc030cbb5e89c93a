namespace Gateway.Drivers.Devices;

/// <summary>
/// Finds a device that comes and goes: <see cref="Falls"/> losses within <see cref="Within"/>. It is over once the state has stood for
/// <see cref="Calm"/>. Pure: times are offsets on one monotonic scale. Not thread-safe.
/// </summary>
internal sealed class FlapWatch
{
    public const int Falls = 5;
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan Calm = TimeSpan.FromMinutes(5);
    private readonly Queue<TimeSpan> _falls = new();
    private TimeSpan _changedAt;

    /// <summary>Whether the device comes and goes.</summary>
    public bool IsFlapping { get; private set; }

    /// <summary>Losses within the last minutes, at least those that count.</summary>
    public int Count => _falls.Count;

    /// <summary>The device changed state.</summary>
    public void Note(DeviceState from, DeviceState to, TimeSpan now)
    {
        _changedAt = now;
        if (from is not (DeviceState.Online or DeviceState.Degraded) || to is not (DeviceState.Offline or DeviceState.Faulty))
        {
            return;
        }

        _falls.Enqueue(now);
        while (_falls.Peek() < now - Within || _falls.Count > 1000)
        {
            _falls.Dequeue();
        }

        IsFlapping |= _falls.Count >= Falls;
    }

    /// <summary>True when the device flapped and has come to rest by <paramref name="now"/>.</summary>
    public bool Settled(TimeSpan now)
    {
        if (!IsFlapping || now - _changedAt < Calm)
        {
            return false;
        }

        _falls.Clear();
        IsFlapping = false;
        return true;
    }
}
