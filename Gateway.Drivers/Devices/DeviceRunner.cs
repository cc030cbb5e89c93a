using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Devices;

/// <summary>One device or bus with its supervisor, from start to rest. Started and stopped once, by one at a time.</summary>
internal sealed class DeviceRunner(IDevice device, IAsyncDisposable? lines, TimeProvider clock, Random random, ILogger logger) : IAsyncDisposable
{
    /// <summary>How long a device may take to come to rest before it is left to itself.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private readonly DeviceSupervisor _supervisor = new(device, clock, random, logger);
    private readonly CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;

    public IDevice Device => device;

    public DeviceReporter Reporter => _supervisor.Reporter;

    /// <summary>Runs until it is stopped or <paramref name="stopping"/> is cancelled.</summary>
    /// <param name="forward">Takes what the device reports, in order; waits while nobody takes it.</param>
    /// <param name="stopping">The end of the host.</param>
    public void Start(Func<Observation, CancellationToken, ValueTask> forward, CancellationToken stopping)
    {
        var both = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, stopping);
        _run = Task.WhenAll(
                Task.Run(() => _supervisor.RunAsync(both.Token), CancellationToken.None),
                Task.Run(() => ForwardAsync(forward, both.Token), CancellationToken.None))
            .ContinueWith(_ => both.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Ends when the device rests.</summary>
    public Task Completion => _run;

    /// <summary>Stops the device, waits for it no longer than a few seconds, and gives its lines back at their safe levels.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAny(_run, Task.Delay(Rest, clock));
        if (!_run.IsCompleted)
        {
            DeviceLog.LeftRunning(logger, device.Id.Value);
        }

        if (device is IAsyncDisposable slow)
        {
            await GiveBackAsync(slow);
        }
        else
        {
            (device as IDisposable)?.Dispose();
        }

        if (lines is not null)
        {
            await GiveBackAsync(lines);
        }

        _stop.Dispose();
    }

    private async ValueTask GiveBackAsync(IAsyncDisposable part)
    {
        try
        {
            await part.DisposeAsync();
        }
#pragma warning disable CA1031 // Supervision boundary: a bus that cannot be driven any more must not keep the others from being given back.
        catch (Exception error)
#pragma warning restore CA1031
        {
            DeviceLog.NotGivenBack(logger, error, device.Id.Value);
        }
    }

    private async Task ForwardAsync(Func<Observation, CancellationToken, ValueTask> forward, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var observation in Reporter.Queue.ReadAllAsync(cancellationToken))
            {
                await forward(observation, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }
}
