using System.Threading.Channels;
using Gateway.Drivers.FaceGates;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Devices;

/// <summary>
/// Every device of the compound under its own supervisor. Observations of all devices meet in one bounded queue in which waiting
/// writers take turns, so that a chatty device cannot crowd out the others. Safe for several threads.
/// </summary>
public sealed class DeviceHub : BackgroundService, IObservationSource, IAsyncDisposable
{
    private const int Capacity = 256;

    /// <summary>How long the devices may take to come to rest before they are disposed of all the same.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly Channel<Observation> _observations = Channel.CreateBounded<Observation>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });
    private readonly IReadOnlyList<DeviceSupervisor> _supervisors;
    private readonly ILogger<DeviceHub> _logger;
    private readonly TimeProvider _clock;

    internal DeviceHub(IReadOnlyList<IDevice> devices, TimeProvider clock, Random random, ILogger<DeviceHub> logger)
    {
        (_logger, _clock) = (logger, clock);

        // Each supervisor draws from a generator of its own: Random is not thread-safe, and a seed still decides them all.
        _supervisors = [.. devices.Select(device => new DeviceSupervisor(device, clock, new Random(random.Next()), logger))];
        FaceGates = [.. devices.OfType<IFaceGate>()];
    }

    /// <summary>The gates, in the order of the hardware file.</summary>
    public IReadOnlyList<IFaceGate> FaceGates { get; }

    /// <summary>Every device's present state, in the order of the hardware file.</summary>
    public IReadOnlyList<DeviceHealth> Health => [.. _supervisors.Select(supervisor => supervisor.Reporter.Health)];

    /// <inheritdoc/>
    public IAsyncEnumerable<Observation> ReadAllAsync(CancellationToken cancellationToken) =>
        _observations.Reader.ReadAllAsync(cancellationToken);

    /// <summary>
    /// Stops what still runs, so that every door is locked, then disposes of the devices, which are the hub's own. A host that was stopped
    /// has done the first part already.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        using var late = new CancellationTokenSource(Rest, _clock);
        await StopAsync(late.Token);
        Dispose();
    }

    /// <summary>Disposes of the devices without waiting for them.</summary>
    public override void Dispose()
    {
        base.Dispose();
        foreach (var device in _supervisors.Select(supervisor => supervisor.Device).OfType<IDisposable>())
        {
            device.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DeviceLog.Started(_logger, string.Join(", ", _supervisors.Select(supervisor => supervisor.Device.Id.Value)));
        return Task.WhenAll(_supervisors.SelectMany(supervisor => new[]
        {
            Task.Run(() => supervisor.RunAsync(stoppingToken), CancellationToken.None),
            Task.Run(() => ForwardAsync(supervisor.Reporter, stoppingToken), CancellationToken.None),
        }));
    }

    private async Task ForwardAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var observation in reporter.Queue.ReadAllAsync(cancellationToken))
            {
                await _observations.Writer.WriteAsync(observation, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }
}
