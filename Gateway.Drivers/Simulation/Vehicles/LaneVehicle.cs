namespace Gateway.Drivers.Simulation.Vehicles;

/// <summary>A vehicle on its way through one barrier. Guarded by the traffic's lock.</summary>
/// <param name="vehicle">Which.</param>
/// <param name="since">The clock's timestamp when it came.</param>
/// <param name="from">Where it comes from, metres before the camera.</param>
internal sealed class LaneVehicle(SimulatedVehicle vehicle, long since, double from)
{
    /// <summary>A leaving vehicle waits here, behind the camera.</summary>
    public const double Hidden = -12;

    /// <summary>From here on it is out of the picture.</summary>
    private const double Gone = 34;

    private readonly VehicleMotion _motion = vehicle.Leaves
        ? new(Hidden, VehicleMotion.Usual, 0) { Target = Hidden }
        : new(from, VehicleMotion.Usual, -VehicleMotion.Usual);

    public SimulatedVehicle Vehicle => vehicle;

    public long Since => since;

    /// <summary>It has passed the arm, or turned away: it does not come to stand any more.</summary>
    public bool IsThrough { get; set; }

    /// <summary>It waited too long.</summary>
    public bool GaveUp { get; set; }

    /// <summary>Ends its patience; null where that has no end.</summary>
    public ITimer? Patience { get; set; }

    /// <summary>Tells that it has come to the arm; null where nothing wants to know.</summary>
    public ITimer? Arrival { get; set; }

    public double Distance => _motion.Distance;

    /// <summary>Nobody will see it again.</summary>
    public bool IsGone => vehicle.Leaves && !GaveUp ? Distance > Gone : Distance < Hidden / 2 || Distance > Gone;

    /// <summary>It waits no more.</summary>
    public void Forget()
    {
        Patience?.Dispose();
        Arrival?.Dispose();
    }

    /// <summary>Moves it on.</summary>
    /// <param name="seconds">Since it came.</param>
    /// <param name="drives">It need not stop.</param>
    /// <param name="stalls">It stops under the arm.</param>
    /// <param name="stop">Where it stops otherwise.</param>
    public void Advance(double seconds, bool drives, bool stalls, double stop)
    {
        _motion.Target = (vehicle.Leaves, GaveUp, drives) switch
        {
            (true, _, true) => double.PositiveInfinity,
            (true, _, false) => Distance,
            (false, true, _) => double.PositiveInfinity,
            (false, false, true) => stalls ? VehicleMotion.Stops / 2 : double.NegativeInfinity,
            _ => stop,
        };
        _motion.Advance(seconds);
    }
}
