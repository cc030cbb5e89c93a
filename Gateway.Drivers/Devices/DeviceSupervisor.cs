using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Devices;

/// <summary>
/// Keeps one device running: a fault is recorded and the device called again after a jittered pause; one that is quiet for too long is
/// recorded, stopped and called again. Nothing else notices.
/// </summary>
internal sealed class DeviceSupervisor
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);
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

    /// <summary>Runs until cancelled; never throws.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var began = _clock.GetTimestamp();
            try
            {
                await AttemptAsync(cancellationToken);
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

    /// <summary>One run of the device, watched. A device that hangs and does not even stop when told is waited for: it must not run twice.</summary>
    private async Task AttemptAsync(CancellationToken cancellationToken)
    {
        Reporter.Alive();
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // On another thread: a device that blocks the caller must not keep itself from being watched.
        var run = Task.Run(() => _device.RunAsync(Reporter, attempt.Token), CancellationToken.None);
        var quiet = await WatchAsync(run, cancellationToken);
        if (quiet is null)
        {
            await run;
            return;
        }

        await attempt.CancelAsync();
        await Reporter.HealthAsync(DeviceState.Faulty, "quiet-too-long", quiet, new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken);
        try
        {
            await run;
        }
        catch (OperationCanceledException) when (attempt.IsCancellationRequested)
        {
            // It heard that it was to stop.
        }

        throw new DeviceFaultException(quiet.En);
    }

    /// <summary>Looks at the device now and then until it ends (null) or has been quiet for too long (why).</summary>
    private async Task<Wording?> WatchAsync(Task run, CancellationToken cancellationToken)
    {
        while (!run.IsCompleted)
        {
            var look = _device.QuietAfter is { } limit && limit / 4 < Look ? limit / 4 : Look;
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(run, Task.Delay(look, _clock, over.Token));
            await over.CancelAsync();
            if (run.IsCompleted || cancellationToken.IsCancellationRequested)
            {
                return null;
            }

            await Reporter.SettleAsync(cancellationToken);
            if (_device.QuietAfter is { } most && Reporter.Quiet > most)
            {
                var seconds = Reporter.Quiet.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
                return new Wording($"设备已 {seconds} 秒没有任何反应，正在重新启动", $"The device has given no sign of life for {seconds} s and is started again");
            }
        }

        return null;
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
            await Reporter.SettleAsync(cancellationToken);
            await Task.Delay(_backoff.Next(), _clock, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping; the loop sees it.
        }
    }
}
