using Gateway.Drivers.Devices;

namespace Gateway.Edge.Patrols.Tickets;

/// <summary>
/// What one device's changes of state come to: since when it has not worked, in part or at all, whatever its causes were in between,
/// and how often it dropped of late. Not thread-safe.
/// </summary>
internal sealed class DeviceWatch(PatrolOptions options, DateTimeOffset began)
{
    private const int MostDrops = 10_000;
    private readonly Queue<DateTimeOffset> _drops = new();
    private DeviceState _state = DeviceState.Connecting;
    private bool _hasWorked;

    /// <summary>Since when the device has not worked; null while it does.</summary>
    public DateTimeOffset? NotWorkingSince { get; private set; } = began;

    /// <summary>Since when it has not been wholly well; null while it is.</summary>
    public DateTimeOffset? NotWellSince { get; private set; } = began;

    /// <summary>True once the window of drops has been watched in full: only then do few of them say anything.</summary>
    public bool WindowWatched(DateTimeOffset now) => now - began >= options.FlapWindow;

    /// <summary>The device is in this state now.</summary>
    public void See(DeviceState state, DateTimeOffset now)
    {
        var works = state is DeviceState.Online or DeviceState.Degraded;
        if (!works && _hasWorked && _state is DeviceState.Online or DeviceState.Degraded && _drops.Count < MostDrops)
        {
            _drops.Enqueue(now);
        }

        _state = state;
        _hasWorked |= works;
        NotWorkingSince = works ? null : NotWorkingSince ?? now;
        NotWellSince = state is DeviceState.Online ? null : NotWellSince ?? now;
    }

    /// <summary>Drops within the window.</summary>
    public int Drops(DateTimeOffset now)
    {
        while (_drops.TryPeek(out var oldest) && now - oldest > options.FlapWindow)
        {
            _drops.Dequeue();
        }

        return _drops.Count;
    }
}
