namespace Gateway.Drivers.Simulation.Vehicles;

/// <summary>Paints the lane before one simulated barrier with the vehicles that are there. Not thread-safe.</summary>
/// <param name="traffic">The vehicles.</param>
/// <param name="plates">What stands on them.</param>
internal sealed class LanePainter(SimulatedTraffic traffic, LanePlates plates)
{
    private const float StopLine = (float)VehicleMotion.Stops - 0.4f;
    private VehiclePainter? _painter;
    private LaneCamera? _camera;

    /// <summary>Something moves or waits there.</summary>
    public bool IsBusy => traffic.HasSight;

    /// <summary>The empty lane.</summary>
    public void Background(PaintTarget target, int seed) => DrivewayPainter.Paint(target, CameraOf(target), StopLine, seed);

    /// <summary>The vehicles, the farthest first.</summary>
    public void Vehicles(PaintTarget target)
    {
        var camera = CameraOf(target);
        _painter ??= new VehiclePainter(camera);
        foreach (var (vehicle, distance) in traffic.Sight())
        {
            _painter.Paint(target, vehicle.Look, plates.Of(vehicle.Look), distance, vehicle.Leaves);
        }
    }

    private LaneCamera CameraOf(PaintTarget target)
    {
        if (_camera is null || _camera.Width != target.Width || _camera.Height != target.Height)
        {
            (_camera, _painter) = (LaneCamera.Usual(target.Width, target.Height), null);
        }

        return _camera;
    }
}
