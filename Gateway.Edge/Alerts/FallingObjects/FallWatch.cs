using Gateway.Drivers.Devices;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Hosting;
using Gateway.Edge.Journal;
using Gateway.Edge.Perception.FallingObjects;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>Watches every falling-object camera with a detector of its own; one that throws is replaced.</summary>
internal sealed class FallWatch(
    IDeviceDirectory directory, IFallDetectorFactory detectors, FallAlerts alerts, FallTroubles troubles, IJournal journal, IOptions<FallingObjectOptions> options, TimeProvider time, ILogger<FallWatch> logger)
    : DeviceLoops<IFallingObjectCamera>(directory, time)
{
    private readonly IDeviceDirectory _devices = directory;

    /// <inheritdoc/>
    protected override async Task RunAsync(IFallingObjectCamera camera, CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, Time, stoppingToken);
        }

        await using var health = new FallHealth(camera, _devices, troubles, journal, logger);
        await new FallLoop(camera, camera.Frames, detectors, alerts.Tell, health, Time).RunAsync(stoppingToken);
    }

    /// <inheritdoc/>
    protected override void Failed(IFallingObjectCamera camera, TimeSpan delay, Exception error) => FallsLog.WatchFailed(logger, camera.Id, delay, error);

    /// <summary>Records why nothing is found, once for the same cause as long as it lasts: after a recovery the same cause is news.</summary>
    protected override async Task<string> TellAsync(IFallingObjectCamera camera, Exception error, string told)
    {
        if (error.Message == told && troubles.Has(camera.Id, FallHealth.Failed))
        {
            return told;
        }

        return await FallHealth.TellAsync(camera, error, troubles, journal, logger) ? error.Message : "";
    }

    /// <inheritdoc/>
    protected override void Gone(IFallingObjectCamera camera, bool ended)
    {
        if (!ended)
        {
            FallsLog.WatchLeft(logger, camera.Id);
        }

        troubles.Clear(camera.Id);
    }
}
