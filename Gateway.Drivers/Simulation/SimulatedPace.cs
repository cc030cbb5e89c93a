namespace Gateway.Drivers.Simulation;

/// <summary>How often a simulated camera shows a frame.</summary>
/// <param name="Idle">From frame to frame while nothing happens.</param>
/// <param name="First">It starts with so long a time of all frames.</param>
/// <param name="Before">All frames come for so long before a thing begins.</param>
/// <param name="After">And for so long after it.</param>
internal sealed record SimulatedPace(TimeSpan Idle, TimeSpan First, TimeSpan Before, TimeSpan After)
{
    /// <summary>Frames that are looked at one by one cost next to nothing so.</summary>
    public static SimulatedPace Still { get; } = new(TimeSpan.FromSeconds(2), TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>Whoever looks for what moves must know the scene before, and must see that the motion is over.</summary>
    public static SimulatedPace Motion { get; } =
        new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(1));

    /// <summary>From frame to frame while something happens.</summary>
    public TimeSpan Busy { get; } = TimeSpan.FromMilliseconds(40);
}
