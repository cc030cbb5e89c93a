using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Alerts.Grants;
using Gateway.Edge.Hosting;
using Gateway.Edge.Journal;
using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Perception.Models;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Passages;

/// <summary>Runs one loop per face gate.</summary>
internal sealed class GateLoops(
    IDeviceDirectory devices,
    IFaceWatcherFactory watchers,
    IPeople people,
    GrantScenes scenes,
    PassageRecorder recorder,
    WorkerWatch workers,
    IJournal journal,
    GateBoard board,
    IOptions<AccessOptions> options,
    TimeProvider time,
    ILoggerFactory loggers) : DeviceLoops<IFaceGate>(devices, time)
{
    private readonly IDeviceDirectory _devices = devices;
    private readonly ILogger _logger = loggers.CreateLogger<GateLoops>();
    private readonly ILogger<GateLoop> _loopLogger = loggers.CreateLogger<GateLoop>();

    /// <inheritdoc/>
    protected override async Task RunAsync(IFaceGate gate, CancellationToken stoppingToken)
    {
        var watcher = watchers.Create();
        using var models = watcher as IDisposable;
        await LoopOf(gate, watcher).RunAsync(stoppingToken);
    }

    /// <inheritdoc/>
    protected override void Failed(IFaceGate gate, TimeSpan delay, Exception error) => PassagesLog.LoopFailed(_logger, gate.Id, delay, error);

    /// <inheritdoc/>
    protected override void Gone(IFaceGate gate, bool ended)
    {
        if (!ended)
        {
            PassagesLog.LoopLeft(_logger, gate.Id);
        }

        board.Remove(gate.Id);
        if (!HasFireInput(gate.Id))
        {
            board.Release(gate.Id, active: false);
            scenes.Released(gate.Id.Value, active: false);
        }
    }

    // After a reload the new device of the same id tells how its fire input stands, maybe before the old one's loop has ended.
    private bool HasFireInput(DeviceId gate) => _devices.Hardware.Devices.OfType<FaceGateDescription>().Any(standing => standing.Id == gate && standing.FireRelease is not null);

    /// <summary>Records why a gate recognises nobody, once for the same cause.</summary>
    protected override async Task<string> TellAsync(IFaceGate gate, Exception error, string told)
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
        new PassageMachine(people, options.Value, () => scenes.Of(gate.Id.Value)),
        recorder,
        workers,
        board,
        options.Value,
        Time,
        _loopLogger);
}
