using Gateway.Drivers.Devices;

namespace Gateway.Edge.Patrols.Tickets;

/// <summary>
/// What one device's changes of state come to: since when it has not worked, in part or at all, whatever its causes were in between,
/// and how often it dropped of late. Spans are measured by the clock that never jumps: the wall clock is often set only after the start.
/// Not thread-safe.
/// </summary>
internal sealed class DeviceWatch(PatrolOptions options, TimeProvider time)
{
    private const int MostDrops = 10_000;
    private readonly Queue<long> _drops = new();
    private readonly long _began = time.GetTimestamp();
    private DeviceState _state = DeviceState.Connecting;
    private bool _hasWorked;
    private long? _notWorkingSince = time.GetTimestamp();
    private long? _notWellSince = time.GetTimestamp();

    /// <summary>For how long the device has not worked; zero while it does.</summary>
    public TimeSpan NotWorkingFor => Since(_notWorkingSince);

    /// <summary>For how long it has not been wholly well; zero while it is.</summary>
    public TimeSpan NotWellFor => Since(_notWellSince);

    /// <summary>True once the window of drops has been watched in full: only then do few of them say anything.</summary>
    public bool IsWindowWatched => time.GetElapsedTime(_began) >= options.FlapWindow;

    /// <summary>The device is in this state now.</summary>
    public void See(DeviceState state)
    {
        var now = time.GetTimestamp();
        var works = state is DeviceState.Online or DeviceState.Degraded;
        if (!works && _hasWorked && _state is DeviceState.Online or DeviceState.Degraded && _drops.Count < MostDrops)
        {
            _drops.Enqueue(now);
        }

        _state = state;
        _hasWorked |= works;
        _notWorkingSince = works ? null : _notWorkingSince ?? now;
        _notWellSince = state is DeviceState.Online ? null : _notWellSince ?? now;
    }

    /// <summary>Drops within the window.</summary>
    public int Drops()
    {
        while (_drops.TryPeek(out var oldest) && time.GetElapsedTime(oldest) > options.FlapWindow)
        {
            _drops.Dequeue();
        }

        return _drops.Count;
    }

    private TimeSpan Since(long? instant) => instant is { } since ? time.GetElapsedTime(since) : TimeSpan.Zero;
}
