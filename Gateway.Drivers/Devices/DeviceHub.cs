using System.Threading.Channels;
using Gateway.Drivers.FaceGates;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Devices;

/// <summary>
/// Every device of the compound under its own supervisor. Observations of all devices meet in one bounded queue in which waiting
/// writers take turns, so that a chatty device cannot crowd out the others. Safe for several threads.
/// </summary>
public sealed class DeviceHub : BackgroundService, IObservationSource
{
    private const int Capacity = 256;
    private readonly Channel<Observation> _observations = Channel.CreateBounded<Observation>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });
    private readonly IReadOnlyList<DeviceSupervisor> _supervisors;
    private readonly ILogger<DeviceHub> _logger;

    internal DeviceHub(IReadOnlyList<IDevice> devices, TimeProvider clock, Random random, ILogger<DeviceHub> logger)
    {
        _logger = logger;

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
