using System.Globalization;
using System.Threading.Channels;

namespace Gateway.Drivers.Devices;

/// <summary>
/// What one device says. Each device has a queue of its own: when nobody takes observations the device's own reporting waits, never
/// another device and never the driving of an output. A device that comes and goes is told once as that. Safe for several threads.
/// </summary>
internal sealed class DeviceReporter
{
    private const int Capacity = 256;
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>(StringComparer.Ordinal);
    private readonly Channel<Observation> _queue = Channel.CreateBounded<Observation>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });
    private readonly Lock _gate = new(); // guards _actual and _flaps
    private readonly FlapWatch _flaps = new();
    private readonly DeviceId _device;
    private readonly string _kind;
    private readonly TimeProvider _clock;
    private readonly long _origin;
    private DeviceHealth _actual; // as the device says
    private volatile DeviceHealth _health; // as it is shown; written under _gate, read by anyone
    private int _waiting; // reports that wait for room
    private long _sign; // timestamp of the device's last sign of life

    public DeviceReporter(DeviceId device, string kind, TimeProvider clock)
    {
        (_device, _kind, _clock) = (device, kind, clock);
        _origin = _sign = clock.GetTimestamp();
        _actual = _health = new DeviceHealth(
            device, kind, DeviceState.Connecting, "starting", new Wording("正在启动", "Starting"), clock.GetUtcNow(), None);
    }

    /// <summary>The device's present state.</summary>
    public DeviceHealth Health => _health;

    /// <summary>Everything reported, in order. For the hub.</summary>
    public ChannelReader<Observation> Queue => _queue.Reader;

    /// <summary>How long ago the device gave its last sign of life.</summary>
    /// <remarks>Zero while it waits for somebody to take what it reports: that is not its fault.</remarks>
    public TimeSpan Quiet => Volatile.Read(ref _waiting) > 0 ? TimeSpan.Zero : _clock.GetElapsedTime(Interlocked.Read(ref _sign));

    /// <summary>A sign of life that is nothing else: an answered poll, a heartbeat.</summary>
    public void Alive() => Interlocked.Exchange(ref _sign, _clock.GetTimestamp());

    /// <summary>Queues an observation; waits while the queue is full.</summary>
    public async ValueTask ObserveAsync(Observation observation, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await _queue.Writer.WriteAsync(observation, cancellationToken);
        }
        finally
        {
            Alive();
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Records a state and, where the state or cause that is shown differs from before, queues the change.</summary>
    public ValueTask HealthAsync(
        DeviceState state, string code, Wording reason, IReadOnlyDictionary<string, string> details, CancellationToken cancellationToken)
    {
        HealthChanged? change;
        lock (_gate)
        {
            var same = _actual.State == state && string.Equals(_actual.Code, code, StringComparison.Ordinal);
            if (!same)
            {
                _flaps.Note(_actual.State, state, Now());
            }

            _actual = new DeviceHealth(_device, _kind, state, code, reason, same ? _actual.Since : _clock.GetUtcNow(), details);
            change = Show(_flaps.IsFlapping ? Flapping() : _actual);
        }

        // A state told over and over is no sign of life of whoever does the work: that is what Alive is for.
        return change is null ? ValueTask.CompletedTask : ObserveAsync(change, cancellationToken);
    }

    /// <summary>To be called now and then: a device that flapped and has come to rest is shown as it is again.</summary>
    public ValueTask SettleAsync(CancellationToken cancellationToken)
    {
        HealthChanged? change;
        lock (_gate)
        {
            change = _flaps.Settled(Now()) ? Show(_actual) : null;
        }

        return change is null ? ValueTask.CompletedTask : _queue.Writer.WriteAsync(change, cancellationToken);
    }

    private HealthChanged? Show(DeviceHealth now)
    {
        var same = _health.State == now.State && string.Equals(_health.Code, now.Code, StringComparison.Ordinal);
        _health = same ? now with { Since = _health.Since } : now;
        return same ? null : new HealthChanged(_health);
    }

    private DeviceHealth Flapping() => new(
        _device,
        _kind,
        DeviceState.Degraded,
        "flapping",
        new Wording(
            $"设备时断时续（10 分钟内 {_flaps.Count} 次）：请检查电源、接线和网络。最近原因：{_actual.Reason.Zh}",
            $"The device comes and goes ({_flaps.Count} times in 10 minutes): check power, wiring and network. Last cause: {_actual.Reason.En}"),
        _clock.GetUtcNow(),
        new Dictionary<string, string>(StringComparer.Ordinal) { ["falls"] = _flaps.Count.ToString(CultureInfo.InvariantCulture), ["code"] = _actual.Code });

    private TimeSpan Now() => _clock.GetElapsedTime(_origin);
}
