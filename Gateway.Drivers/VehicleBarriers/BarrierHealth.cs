using System.Globalization;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.VehicleBarriers;

/// <summary>One health out of two: the barrier's own state goes before its camera's. Safe for several threads.</summary>
internal sealed class BarrierHealth(DeviceReporter reporter, BarrierControl control, VideoStatus camera) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1); // one report at a time, so that the newest is the last
    private VideoStatus _camera = camera; // guarded by _gate

    public async ValueTask CameraAsync(VideoStatus status, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _camera = status;
            await TellAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask BarrierAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await TellAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private ValueTask TellAsync(CancellationToken cancellationToken)
    {
        var view = control.Now;
        var own = view.Fault is { } fault ? BarrierStates.For(fault) : BarrierStates.For(view.Mode);
        var details = new Dictionary<string, string>(_camera.Details, StringComparer.Ordinal)
        {
            ["position"] = view.Position.ToString(),
            ["mode"] = view.Mode.ToString(),
            ["camera"] = _camera.Code,
            ["reports-lost"] = control.Lost.ToString(CultureInfo.InvariantCulture),
        };
        var (state, code, reason) = own ?? (_camera.State, _camera.Code, _camera.Reason);
        return reporter.HealthAsync(state, code, reason, details, cancellationToken);
    }
}
