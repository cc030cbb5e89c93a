namespace Gateway.Edge.Perception.FallingObjects.Physics;

/// <summary>What is known of a fall before it is seen; each a mean and one standard deviation.</summary>
/// <param name="Acceleration">Heights per second squared; null where nothing is known.</param>
/// <param name="AccelerationError">Of <paramref name="Acceleration"/>.</param>
/// <param name="DragError">Of the drag, whose mean is 0 and which is never negative, 1/s2.</param>
/// <param name="ApproachError">Of the speed towards the camera over its distance, whose mean is 0, 1/s.</param>
/// <param name="RestError">Of the rest, whose mean is the first point, seconds: things are seen as soon as they leave a window.</param>
internal readonly record struct FallPriors(double? Acceleration, double AccelerationError, double DragError, double ApproachError, double RestError)
{
    /// <summary>A terminal speed of 12 m/s, an empty plastic bottle's, is one standard deviation: (9.81 / 12)^2.</summary>
    private const double UsualDrag = 0.67;

    /// <summary>How much more than g a fall before the facade's plane seems to have: its distance to it, 0 to 2 m of 20.</summary>
    private const double BeforeThePlane = 1.02;

    private const double PlaneError = 0.035;

    /// <summary>Acceleration on Earth, m/s2 (standard gravity, CGPM 1901).</summary>
    public const double Gravity = 9.80665;

    /// <summary>Away from the facade, metres a second: what is thrown.</summary>
    private const double Outwards = 1.5;

    /// <summary>A camera's usual distance, where it is not known.</summary>
    private const double UsualDistance = 25;

    private const double SeenWithin = 0.5;
    private const double Anytime = 100;

    /// <summary>Nothing is known of the scale.</summary>
    public static FallPriors Unknown { get; } = new(null, 0, UsualDrag, Outwards / UsualDistance, Anytime);

    /// <summary>Heights are metres, and so is the distance; the scale stays free, because it is what tells a fall.</summary>
    public static FallPriors Measuring(double distance) => new(null, 0, UsualDrag, Outwards / distance, Anytime);

    /// <summary>Heights are metres, and gravity is known.</summary>
    public static FallPriors Metres(double distance) => new(Gravity * BeforeThePlane, Gravity * PlaneError, UsualDrag, Outwards / distance, SeenWithin);
}
