namespace Gateway.Cloud.Contract.Events;

/// <summary>Where a thing began to fall, by the camera's calibration. Ranges are at two standard deviations.</summary>
/// <param name="Floor">1 for the ground floor; one above the building's highest for the roof.</param>
/// <param name="LowestFloor">The lowest that it may be as well.</param>
/// <param name="HighestFloor">The highest that it may be as well.</param>
/// <param name="Height">Above the ground floor's floor, metres.</param>
/// <param name="HeightUncertainty">One standard deviation, metres.</param>
/// <param name="Column">Column of windows from the left, 1-based; null where nobody has counted them.</param>
/// <param name="LeftColumn">The leftmost that it may be as well.</param>
/// <param name="RightColumn">The rightmost that it may be as well.</param>
/// <param name="Thrown">Whether it left with a speed that dropping does not give.</param>
/// <param name="HorizontalSpeed">Along the facade at the start, m/s; positive to the right as the camera sees it.</param>
/// <param name="Size">Apparent size, metres.</param>
public sealed record FallingObjectOrigin(
    int Floor,
    int LowestFloor,
    int HighestFloor,
    double Height,
    double HeightUncertainty,
    int? Column,
    int? LeftColumn,
    int? RightColumn,
    bool Thrown,
    double HorizontalSpeed,
    double Size);
