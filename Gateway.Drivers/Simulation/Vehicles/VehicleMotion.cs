namespace Gateway.Drivers.Simulation.Vehicles;

/// <summary>
/// One vehicle on its way along a lane, in steps of 20 ms: as fast as it may, braking so that it stands at its target. Not thread-safe.
/// </summary>
public sealed class VehicleMotion
{
    /// <summary>15 km/h, the usual limit in a compound, m/s.</summary>
    public const double Usual = 15 / 3.6;

    /// <summary>A vehicle comes into view here, metres.</summary>
    public const double Begins = 16;

    /// <summary>A vehicle stands here before a lowered arm, metres.</summary>
    public const double Stops = 4.2;

    private const double Step = 0.02;

    /// <summary>Of a driver who sees the arm, m/s².</summary>
    private const double Brakes = 2.5;

    private const double Accelerates = 3;

    /// <summary>Near enough to stand, metres.</summary>
    private const double Near = 0.02;

    private readonly double _fastest;
    private double _velocity; // m/s, negative towards the camera
    private double _time;

    /// <param name="distance">Where it begins, metres before the camera.</param>
    /// <param name="fastest">The fastest that it drives, m/s.</param>
    /// <param name="velocity">How fast it begins, m/s; negative towards the camera.</param>
    public VehicleMotion(double distance, double fastest, double velocity) => (Distance, _fastest, _velocity) = (distance, fastest, velocity);

    /// <summary>Where it is, metres before the camera; negative once it has passed.</summary>
    public double Distance { get; private set; }

    /// <summary>Where it stops; <see cref="double.NegativeInfinity"/> to drive on, <see cref="double.PositiveInfinity"/> to drive away backwards.</summary>
    public double Target { get; set; } = Stops;

    /// <summary>Moves it on to a time.</summary>
    /// <param name="time">Since it began, seconds; earlier ones change nothing.</param>
    public void Advance(double time)
    {
        for (; _time + Step <= time + 1e-9; _time += Step)
        {
            var way = Target - Distance;
            if (way > -Near && double.IsFinite(Target))
            {
                _velocity = 0; // There: nobody reverses for a few centimetres.
                continue;
            }

            var wanted = Math.Sign(way) * Math.Min(_fastest, Math.Sqrt(2 * Brakes * Math.Abs(way)));
            var most = (Math.Abs(wanted) < Math.Abs(_velocity) ? 2 * Brakes : Accelerates) * Step;
            _velocity += Math.Clamp(wanted - _velocity, -most, most);
            Distance += _velocity * Step;
        }
    }
}
