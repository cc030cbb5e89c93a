using System.Threading.Channels;

namespace Gateway.Drivers.Devices;

/// <summary>
/// What one device says. Each device has a queue of its own: when nobody takes observations the device's own reporting waits, never
/// another device and never the driving of an output. Safe for several threads.
/// </summary>
internal sealed class DeviceReporter
{
    private const int Capacity = 256;
    private readonly Channel<Observation> _queue = Channel.CreateBounded<Observation>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });
    private readonly DeviceId _device;
    private readonly string _kind;
    private readonly TimeProvider _clock;
    private volatile DeviceHealth _health; // written by whoever reports, read by the console

    public DeviceReporter(DeviceId device, string kind, TimeProvider clock)
    {
        (_device, _kind, _clock) = (device, kind, clock);
        _health = new DeviceHealth(
            device,
            kind,
            DeviceState.Connecting,
            "starting",
            new Wording("正在启动", "Starting"),
            clock.GetUtcNow(),
            new Dictionary<string, string>(StringComparer.Ordinal));
    }

    /// <summary>The device's present state.</summary>
    public DeviceHealth Health => _health;

    /// <summary>Everything reported, in order. For the hub.</summary>
    public ChannelReader<Observation> Queue => _queue.Reader;

    /// <summary>Queues an observation; waits while the queue is full.</summary>
    public ValueTask ObserveAsync(Observation observation, CancellationToken cancellationToken) =>
        _queue.Writer.WriteAsync(observation, cancellationToken);

    /// <summary>Records a state and, where state or cause differ from before, queues the change.</summary>
    public ValueTask HealthAsync(
        DeviceState state, string code, Wording reason, IReadOnlyDictionary<string, string> details, CancellationToken cancellationToken)
    {
        var before = _health;
        var same = before.State == state && string.Equals(before.Code, code, StringComparison.Ordinal);
        var now = new DeviceHealth(_device, _kind, state, code, reason, same ? before.Since : _clock.GetUtcNow(), details);
        _health = now;
        return same ? ValueTask.CompletedTask : ObserveAsync(new HealthChanged(now), cancellationToken);
    }
}
