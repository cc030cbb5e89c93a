using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.VehicleBarriers;

/// <summary>
/// A barrier with its relays, loops, beam, limit switches, fire input and plate camera. The arm works while the camera does not. When the
/// gateway stops, a lowering arm is stopped or raised and every relay is let go: the arm stays where it is. When the gateway is killed the
/// relays fall as their bus documents; none of them is then pulled down by anyone.
/// </summary>
internal sealed partial class VehicleBarrier : IVehicleBarrier, IDevice, IPatrolled, IDisposable
{
    private readonly ICameraFeed? _camera;
    private readonly BarrierControl _control;
    private readonly TimeProvider _clock;

    public VehicleBarrier(DeviceId id, Wording name, ICameraFeed? camera, BarrierWiring wiring, BarrierSettings settings, TimeProvider clock)
    {
        (Id, Name, _camera, _clock) = (id, name, camera, clock);
        _control = new BarrierControl(wiring, settings, clock);
    }

    /// <inheritdoc cref="IVehicleBarrier.Id"/>
    public DeviceId Id { get; }

    /// <inheritdoc cref="IVehicleBarrier.Name"/>
    public Wording Name { get; }

    /// <inheritdoc/>
    public string Kind => "vehicle-barrier";

    /// <inheritdoc/>
    public IVideoSource? Camera => _camera;

    /// <inheritdoc/>
    public BarrierPosition Position => _control.Now.Position;

    /// <inheritdoc/>
    public BarrierMode Mode => _control.Now.Mode;

    /// <inheritdoc/>
    public ValueTask<BarrierAnswer> RaiseAsync(BarrierReason reason, CancellationToken cancellationToken) =>
        _control.OrderAsync((machine, now) => machine.Raise(reason, now), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<BarrierAnswer> LowerAsync(BarrierReason reason, CancellationToken cancellationToken) =>
        _control.OrderAsync((machine, now) => machine.Lower(reason, now), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<BarrierAnswer> StopAsync(BarrierReason reason, CancellationToken cancellationToken) =>
        _control.OrderAsync((machine, now) => machine.Stop(reason, now), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<BarrierAnswer> SetModeAsync(BarrierMode mode, BarrierReason reason, CancellationToken cancellationToken) =>
        _control.OrderAsync((machine, now) => machine.SetMode(mode, reason, now), cancellationToken);

    /// <inheritdoc/>
    public async Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        using var health = new BarrierHealth(reporter, _control, _camera is null ? VideoStatus.Online : VideoStatus.Connecting);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await _control.WatchAsync(watching: true);
        List<Task> parts = [ReportAsync(reporter, health, stop.Token), _control.Stuck.WaitAsync(stop.Token)];
        parts.AddRange(Enumerable.Range(0, _control.Inputs).Select(input => _control.ListenAsync(input, stop.Token)));
        if (ApproachLoop is { } approach)
        {
            parts.Add(TakeApproachAsync(approach, stop.Token));
        }

        if (_camera is not null)
        {
            parts.Add(_camera.RunAsync(
                status =>
                {
                    _cameraStatus = status;
                    return health.CameraAsync(status, stop.Token);
                },
                stop.Token));
        }

        try
        {
            await Together.RunAsync(stop, parts);
        }
        finally
        {
            await (cancellationToken.IsCancellationRequested ? _control.CloseAsync() : _control.WatchAsync(watching: false));
        }
    }

    /// <summary>
    /// Finds a barrier that somebody has left by hand or held up, and a picture that is not sound. Its faults, and a camera that is away, are
    /// in its health already.
    /// </summary>
    public ValueTask<IReadOnlyList<PatrolFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        List<PatrolFinding> findings = [.. _camera is { Pictures: { IsFresh: true } pictures } ? pictures.Patrol() : []];
        if (Mode != BarrierMode.Automatic)
        {
            findings.Add(new PatrolFinding(
                "barrier-not-automatic",
                new Wording("道闸不在自动模式：不再需要时请恢复自动", "The barrier is not in automatic mode: go back to it when this is no longer wanted"),
                Mode.ToString(),
                NeedsRepair: false));
        }

        return ValueTask.FromResult<IReadOnlyList<PatrolFinding>>(findings);
    }

    /// <inheritdoc/>
    public void Dispose() => _control.Dispose();

    private async Task ReportAsync(DeviceReporter reporter, BarrierHealth health, CancellationToken cancellationToken)
    {
        await health.BarrierAsync(cancellationToken);
        await foreach (var (change, at, view) in _control.Reports.ReadAllAsync(cancellationToken))
        {
            if (change is { } happened)
            {
                var observed = new BarrierObserved(Id, at, happened.Event, view.Position, view.Mode, happened.Reason);
                await reporter.ObserveAsync(observed, cancellationToken);
            }

            await health.BarrierAsync(cancellationToken);
        }
    }
}
