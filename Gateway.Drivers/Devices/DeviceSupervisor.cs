using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Devices;

/// <summary>Keeps one device running: a fault is recorded and the device called again after a jittered pause. Nothing else notices.</summary>
internal sealed class DeviceSupervisor
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private readonly IDevice _device;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Backoff _backoff;

    public DeviceSupervisor(IDevice device, TimeProvider clock, Random random, ILogger logger)
    {
        (_device, _clock, _logger) = (device, clock, logger);
        _backoff = new Backoff(ShortestPause, LongestPause, random);
        Reporter = new DeviceReporter(device.Id, device.Kind, clock);
    }

    public DeviceReporter Reporter { get; }

    public IDevice Device => _device;

    /// <summary>Runs until cancelled; never throws.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var began = _clock.GetTimestamp();
            try
            {
                await _device.RunAsync(Reporter, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The supervision boundary: whatever a device throws stays with that device.
            catch (Exception error)
#pragma warning restore CA1031
            {
                DeviceLog.Faulted(_logger, error, _device.Id.Value);
                await PauseAsync(error, began, cancellationToken);
            }
        }
    }

    private async Task PauseAsync(Exception error, long began, CancellationToken cancellationToken)
    {
        if (_clock.GetElapsedTime(began) > LongestPause)
        {
            _backoff.Reset();
        }

        try
        {
            await Reporter.HealthAsync(
                DeviceState.Faulty,
                "device-fault",
                new Wording($"设备故障，稍后自动重试：{error.Message}", $"The device failed and is started again shortly: {error.Message}"),
                new Dictionary<string, string>(StringComparer.Ordinal) { ["fault"] = error.GetType().Name, ["message"] = error.Message },
                cancellationToken);
            await Task.Delay(_backoff.Next(), _clock, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping; the loop sees it.
        }
    }
}
