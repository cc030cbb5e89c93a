using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Journal;
using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Perception.Models;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Passages;

/// <summary>
/// Runs one loop per face gate; a loop that fails begins again, and no other notices. When the hardware file changes, the loops of gates
/// that stay go on.
/// </summary>
internal sealed class GateLoops(
    IDeviceDirectory devices,
    IFaceWatcherFactory watchers,
    IPeople people,
    PassageRecorder recorder,
    IJournal journal,
    GateBoard board,
    IOptions<AccessOptions> options,
    TimeProvider time,
    ILoggerFactory loggers) : BackgroundService
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(30);
    private readonly ILogger _logger = loggers.CreateLogger<GateLoops>();
    private readonly ILogger<GateLoop> _loopLogger = loggers.CreateLogger<GateLoop>();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Dictionary<IFaceGate, (CancellationTokenSource Stop, Task Run)> running = new(ReferenceEqualityComparer.Instance);
        try
        {
            while (true)
            {
                var seen = devices.Revision;
                var gates = devices.Of<IFaceGate>();
                var gone = running.Keys.Where(gate => !gates.Contains(gate)).ToList();
                await Task.WhenAll(gone.Select(gate => LetGoAsync(gate, running[gate])));
                gone.ForEach(gate => running.Remove(gate));

                foreach (var gate in gates.Where(gate => !running.ContainsKey(gate)))
                {
                    var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                    running.Add(gate, (stop, Task.Run(() => KeepRunningAsync(gate, stop.Token), CancellationToken.None)));
                }

                await devices.ChangedAsync(seen, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(running.Values.Select(EndAsync));
        }
    }

    /// <summary>Ends the loop of a gate that stands no more; one that does not end keeps nobody waiting.</summary>
    private async Task LetGoAsync(IFaceGate gate, (CancellationTokenSource Stop, Task Run) loop)
    {
        var ended = EndAsync(loop);
        if (await Task.WhenAny(ended, Task.Delay(LongestEnd, time)) != ended)
        {
            PassagesLog.LoopLeft(_logger, gate.Id);
        }

        board.Remove(gate.Id);
    }

    private static async Task EndAsync((CancellationTokenSource Stop, Task Run) loop)
    {
        await loop.Stop.CancelAsync();
        await loop.Run;
        loop.Stop.Dispose();
    }

    private async Task KeepRunningAsync(IFaceGate gate, CancellationToken stoppingToken)
    {
        var delay = FirstDelay;
        var told = Task.FromResult("");
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = time.GetTimestamp();
            try
            {
                await RunAsync(gate, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
#pragma warning disable CA1031 // Supervision boundary: whatever one gate's loop throws must not end the others.
            catch (Exception error)
#pragma warning restore CA1031
            {
                delay = time.GetElapsedTime(began) > LongestDelay ? FirstDelay : delay;
                PassagesLog.LoopFailed(_logger, gate.Id, delay, error);
                // Beside the restart: a slow disk delays the record, never the door. While one is being written, the next failure tells.
                told = told.IsCompleted ? TellAsync(gate, error, await told) : told;
                await Task.Delay(delay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, LongestDelay.Ticks));
            }
        }

        // What is being recorded is recorded before the process ends.
        await told;
    }

    private async Task RunAsync(IFaceGate gate, CancellationToken stoppingToken)
    {
        var watcher = watchers.Create();
        using var models = watcher as IDisposable;
        await LoopOf(gate, watcher).RunAsync(stoppingToken);
    }

    /// <summary>Records why a gate recognises nobody, once for the same cause; returns what has been told. Never fails.</summary>
    private async Task<string> TellAsync(IFaceGate gate, Exception error, string told)
    {
        if (error.Message == told)
        {
            return told;
        }

        // Words of the outside world's faults are for people; anything else stays in the log.
        var cause = error is ModelFaultException ? error.Message : error.GetType().Name;
        var data = new DeviceHealthData(
            gate.Id.Value,
            "face-gate",
            nameof(DeviceState.Faulty),
            "recognition-failed",
            new LocalizedText($"人脸识别无法运行，请使用其他通行方式：{cause}", $"Faces cannot be recognised, other means of passing work: {cause}"),
            new Dictionary<string, string>(StringComparer.Ordinal));
        try
        {
            await journal.AppendAsync(JournalEntry.Of(EventKind.DeviceHealth, EventPriority.High, data.Device, data), CancellationToken.None);
            return error.Message;
        }
#pragma warning disable CA1031 // Supervision boundary: whatever the record throws must not keep the gate from beginning again.
        catch (Exception unavailable)
#pragma warning restore CA1031
        {
            PassagesLog.ObservationNotRecorded(_logger, gate.Id, data.Code, unavailable);
            return told;
        }
    }

    private GateLoop LoopOf(IFaceGate gate, IFaceWatcher watcher) => new(
        gate,
        watcher,
        new PassageMachine(people, options.Value),
        recorder,
        board,
        options.Value,
        time,
        _loopLogger);
}
