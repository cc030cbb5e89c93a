namespace Gateway.Edge.Perception.FallingObjects.Synthetic;

/// <summary>What is true about one fall of a synthetic clip.</summary>
/// <param name="Path">Where it is in every frame that shows it, the motion's streak included, boxes cut at the picture's edges.</param>
/// <param name="Left">When it leaves the hand, the stream's time.</param>
/// <param name="Floor">1 for the ground floor; one above the highest floor for the roof.</param>
/// <param name="Height">Of the hand that it leaves, above the ground floor's floor, metres.</param>
/// <param name="Column">Column of windows from the left, 1-based.</param>
/// <param name="Offset">In front of the facade's plane where it leaves, metres.</param>
/// <param name="Size">Apparent size where it starts, without a streak: the geometric mean of its sides, pixels.</param>
/// <param name="Length">The same in metres.</param>
/// <param name="TerminalSpeed">At which it would stop accelerating, m/s.</param>
/// <param name="HorizontalSpeed">Along the facade where it starts, m/s; positive to the right.</param>
/// <param name="OutwardSpeed">Away from the facade where it starts, m/s.</param>
/// <param name="Thrown">Whether it was thrown; otherwise dropped.</param>
/// <param name="Contrast">Median over the frames of the signed difference from the background where the thing is densest, levels.</param>
/// <param name="Mirrored">Whether a pane shows it a second time.</param>
internal sealed record SyntheticFall(
    IReadOnlyList<FallPoint> Path,
    TimeSpan Left,
    int Floor,
    double Height,
    int Column,
    double Offset,
    double Size,
    double Length,
    double TerminalSpeed,
    double HorizontalSpeed,
    double OutwardSpeed,
    bool Thrown,
    double Contrast,
    bool Mirrored)
{
    /// <summary>Below this a thing counts as one of 2-3 pixels.</summary>
    public const double SmallBelow = 3.5;

    /// <summary>Whether it is one of 2-3 pixels.</summary>
    public bool Small => Size < SmallBelow;

    /// <summary>In how many frames it is seen.</summary>
    public int VisibleFrames => Path.Count;
}
