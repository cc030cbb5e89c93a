using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Tests.Passages;

/// <summary>Devices that stand for good, or until the test puts others in their place.</summary>
internal sealed class FixedDevices(params object[] devices) : IDeviceDirectory
{
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IReadOnlyList<object> _devices = devices;
    private int _waits;

    public HardwareFile Hardware { get; set; } = new(new Site("s", "c", new Wording("小区", "Compound")), null, [], [], []);

    public int Revision { get; private set; }

    public IReadOnlyList<DeviceHealth> Health { get; set; } = [];

    public IReadOnlyList<T> Of<T>()
        where T : class => [.. _devices.OfType<T>()];

    /// <summary>How often somebody has waited for a change.</summary>
    public int Waits => Volatile.Read(ref _waits);

    public Task ChangedAsync(int seen, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waits);
        return seen == Revision ? _changed.Task.WaitAsync(cancellationToken) : Task.CompletedTask;
    }

    public void Change(params object[] devices)
    {
        _devices = devices;
        Revision++;
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }
}
