using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Devices;

/// <summary>One device or bus with its supervisor, from start to rest. Started and stopped once, by one at a time.</summary>
internal sealed class DeviceRunner(IDevice device, IAsyncDisposable? lines, TimeProvider clock, Random random, ILogger logger) : IAsyncDisposable
{
    /// <summary>How long a device may take to come to rest before it is left to itself.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    /// <summary>How long the queue behind may take with what a device said last.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    /// <summary>What is not urgent and waits for the common queue.</summary>
    private const int Waiting = 256;

    private readonly DeviceSupervisor _supervisor = new(device, clock, random, logger);
    private readonly CancellationTokenSource _stop = new();
    private Task _device = Task.CompletedTask;
    private Task _run = Task.CompletedTask;

    public IDevice Device => device;

    public DeviceReporter Reporter => _supervisor.Reporter;

    /// <summary>Runs until it is stopped or <paramref name="stopping"/> is cancelled.</summary>
    /// <param name="forward">Takes what the device reports, in order; waits while nobody takes it.</param>
    /// <param name="stopping">The end of the host.</param>
    public void Start(Func<Observation, CancellationToken, ValueTask> forward, CancellationToken stopping)
    {
        var both = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, stopping);
        _device = Task.Run(() => _supervisor.RunAsync(both.Token), CancellationToken.None);
        _run = Task.WhenAll(
                _device,
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
        else if (device is IDisposable quick)
        {
            await GiveBackAsync(new Quick(quick));
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

    /// <summary>Passes on what the device says, then what it said while it came to rest. What is urgent overtakes what has to wait.</summary>
    private async Task ForwardAsync(Func<Observation, CancellationToken, ValueTask> forward, CancellationToken cancellationToken)
    {
        var waiting = Channel.CreateBounded<Observation>(new BoundedChannelOptions(Waiting) { SingleReader = true, SingleWriter = true });
        var slow = PassOnAsync(waiting.Reader, forward, cancellationToken);
        try
        {
            await foreach (var observation in Reporter.Queue.ReadAllAsync(cancellationToken))
            {
                await (observation.IsUrgent ? forward(observation, cancellationToken) : waiting.Writer.WriteAsync(observation, cancellationToken));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping.
        }

        waiting.Writer.Complete();
        await slow;
        await FinishAsync(waiting.Reader, forward);
    }

    private static async Task PassOnAsync(ChannelReader<Observation> from, Func<Observation, CancellationToken, ValueTask> forward, CancellationToken cancellationToken)
    {
        try
        {
            while (await from.WaitToReadAsync(cancellationToken))
            {
                // Taken only once it has been passed on, so that stopping in between loses nothing.
                if (from.TryPeek(out var observation))
                {
                    await forward(observation, cancellationToken);
                    from.TryRead(out _);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }

    private async Task FinishAsync(ChannelReader<Observation> waiting, Func<Observation, CancellationToken, ValueTask> forward)
    {
        // In real time: nobody moves the drivers' own time at the end.
        await Task.WhenAny(_device, Task.Delay(Rest, TimeProvider.System));
        using var late = new CancellationTokenSource(LastWords, TimeProvider.System);
        try
        {
            while (waiting.TryRead(out var observation) || Reporter.Queue.TryRead(out observation))
            {
                await forward(observation, late.Token);
            }
        }
        catch (OperationCanceledException)
        {
            DeviceLog.NotTold(logger, device.Id.Value);
        }
    }

    private sealed class Quick(IDisposable part) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            part.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
