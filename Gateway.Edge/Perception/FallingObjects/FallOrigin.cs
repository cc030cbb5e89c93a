namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>Where a fall began.</summary>
/// <param name="Height">Above the ground floor's floor, metres.</param>
/// <param name="HeightUncertainty">One standard deviation, metres.</param>
/// <param name="Floor">1 for the ground floor; one above the highest floor for the roof.</param>
/// <param name="LowestFloor">The lowest floor that it may be as well, at two standard deviations.</param>
/// <param name="HighestFloor">The highest floor that it may be as well, at two standard deviations.</param>
/// <param name="X">Where along the facade, a fraction of the picture's width.</param>
/// <param name="Column">Column of windows from the left, 1-based; null where they have not been counted.</param>
/// <param name="LeftColumn">The leftmost column that it may be as well.</param>
/// <param name="RightColumn">The rightmost column that it may be as well.</param>
/// <param name="HorizontalSpeed">Along the facade at the start, m/s; positive to the right.</param>
/// <param name="Thrown">Whether it left with a speed that dropping does not give.</param>
/// <param name="Size">Apparent size of the thing without its streak, metres.</param>
internal sealed record FallOrigin(
    double Height,
    double HeightUncertainty,
    int Floor,
    int LowestFloor,
    int HighestFloor,
    double X,
    int? Column,
    int? LeftColumn,
    int? RightColumn,
    double HorizontalSpeed,
    bool Thrown,
    double Size);
