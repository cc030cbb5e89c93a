namespace Gateway.Edge.Perception.FallingObjects.Physics;

/// <summary>What is known of a fall before it is seen; each a mean and one standard deviation.</summary>
/// <param name="Acceleration">Heights per second squared; null where nothing is known.</param>
/// <param name="AccelerationError">Of <paramref name="Acceleration"/>.</param>
/// <param name="DragError">Of the drag, whose mean is 0 and which is never negative, 1/s2.</param>
internal readonly record struct FallPriors(double? Acceleration, double AccelerationError, double DragError)
{
    /// <summary>A terminal speed of 12 m/s, an empty plastic bottle's, is one standard deviation: (9.81 / 12)^2.</summary>
    private const double UsualDrag = 0.67;

    /// <summary>How much more than g a fall before the facade's plane seems to have: its distance to it, 0 to 2 m of 20.</summary>
    private const double BeforeThePlane = 1.02;

    private const double PlaneError = 0.035;

    /// <summary>Acceleration on Earth, m/s2 (standard gravity, CGPM 1901).</summary>
    public const double Gravity = 9.80665;

    /// <summary>Nothing is known of the scale.</summary>
    public static FallPriors Unknown { get; } = new(null, 0, UsualDrag);

    /// <summary>Heights are metres.</summary>
    public static FallPriors Metres { get; } = new(Gravity * BeforeThePlane, Gravity * PlaneError, UsualDrag);
}
