using Gateway.Drivers.Devices;

namespace Gateway.Edge.Hosting;

/// <summary>
/// Runs one loop per device of a kind; a loop that fails begins again after a growing pause, and no other notices. When the hardware file
/// changes, the loops of devices that stay go on.
/// </summary>
/// <typeparam name="T">The devices' face.</typeparam>
internal abstract class DeviceLoops<T>(IDeviceDirectory devices, TimeProvider time) : BackgroundService
    where T : class
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);

    /// <summary>All time.</summary>
    protected TimeProvider Time => time;

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Dictionary<T, (CancellationTokenSource Stop, Task Run)> running = new(ReferenceEqualityComparer.Instance);
        try
        {
            while (true)
            {
                var seen = devices.Revision;
                var standing = devices.Of<T>();
                var gone = running.Keys.Where(device => !standing.Contains(device)).ToList();
                await Task.WhenAll(gone.Select(device => LetGoAsync(device, running[device])));
                gone.ForEach(device => running.Remove(device));

                foreach (var device in standing.Where(device => !running.ContainsKey(device)))
                {
                    var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                    running.Add(device, (stop, Task.Run(() => KeepRunningAsync(device, stop.Token), CancellationToken.None)));
                }

                await devices.ChangedAsync(seen, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(running.Values.Select(EndAsync));
        }
    }

    /// <summary>Works one device until cancelled; whatever it throws else makes it begin again.</summary>
    protected abstract Task RunAsync(T device, CancellationToken stoppingToken);

    /// <summary>A loop has failed and begins again after a pause; returns at once.</summary>
    protected abstract void Failed(T device, TimeSpan delay, Exception error);

    /// <summary>
    /// Records why a loop fails; returns what has been told, which the next call is given. Runs beside the restart: while one call is under
    /// way, further failures are left to the next. Never throws.
    /// </summary>
    protected abstract Task<string> TellAsync(T device, Exception error, string told);

    /// <summary>The loop of a device that stands no more has ended, or is left to itself.</summary>
    protected abstract void Gone(T device, bool ended);

    private static async Task EndAsync((CancellationTokenSource Stop, Task Run) loop)
    {
        await loop.Stop.CancelAsync();
        await loop.Run;
        loop.Stop.Dispose();
    }

    /// <summary>Ends the loop of a device that stands no more; one that does not end keeps nobody waiting.</summary>
    private async Task LetGoAsync(T device, (CancellationTokenSource Stop, Task Run) loop)
    {
        var ended = EndAsync(loop);
        Gone(device, await Task.WhenAny(ended, Task.Delay(LongestEnd, time)) == ended);
    }

    private async Task KeepRunningAsync(T device, CancellationToken stoppingToken)
    {
        var delay = FirstDelay;
        var told = Task.FromResult("");
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = time.GetTimestamp();
            try
            {
                await RunAsync(device, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
#pragma warning disable CA1031 // Supervision boundary: whatever one device's loop throws must not end the others.
            catch (Exception error)
#pragma warning restore CA1031
            {
                delay = time.GetElapsedTime(began) > LongestDelay ? FirstDelay : delay;
                Failed(device, delay, error);
                told = told.IsCompleted ? TellAsync(device, error, await told) : told;
                await Task.Delay(delay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, LongestDelay.Ticks));
            }
        }

        // What is being recorded is recorded before the process ends.
        await told;
    }
}
