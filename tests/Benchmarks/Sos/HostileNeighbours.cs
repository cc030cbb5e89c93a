using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Benchmarks.Sos;

/// <summary>
/// A light whose housing contact chatters as fast as it is listened to, each change an urgent record, and a device that keeps the thread
/// it is given and never gives it back. Both run as the gateway runs its own devices.
/// </summary>
internal sealed class HostileNeighbours : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ManualResetEventSlim _release = new();
    private readonly DeviceRunner _blocker;
    private readonly Task _chatter;
    private long _changes;

    public HostileNeighbours(SosCompound compound)
    {
        var services = compound.Gateway.Services;
        var hub = services.GetRequiredService<DeviceHub>();
        _blocker = new DeviceRunner(new Blocker(_release), lines: null, TimeProvider.System, new Random(1), NullLogger.Instance);
        _blocker.Start(hub.ObserveAsync, _stop.Token);
        _chatter = ChatterAsync(services.GetRequiredService<SimulatedWorld>().Find<SimulatedStreetlight>(SosCompound.Neighbour)!);
    }

    /// <summary>Changes of the contact so far.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _release.Set();
        await _chatter;
        await _blocker.DisposeAsync();
        _release.Dispose();
        _stop.Dispose();
    }

    private async Task ChatterAsync(SimulatedStreetlight light)
    {
        var open = true;
        while (!_stop.IsCancellationRequested)
        {
            if (light.Open(open))
            {
                open = !open;
                Interlocked.Increment(ref _changes);
            }
            else
            {
                // Its edges wait to be taken: as many as a contact can have under way.
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
            }
        }
    }

    private sealed class Blocker(ManualResetEventSlim release) : IDevice
    {
        public DeviceId Id { get; } = new("blocker");

        public string Kind => "blocker";

        public Wording Name { get; } = new("占线程的设备", "A device that keeps its thread");

        public Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken)
        {
            release.Wait(CancellationToken.None);
            return Task.CompletedTask;
        }
    }
}
