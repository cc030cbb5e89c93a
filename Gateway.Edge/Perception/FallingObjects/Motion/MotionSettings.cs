using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>From where on a pixel differs from the background.</summary>
internal sealed record MotionSettings
{
    /// <summary>Levels that any pixel has to differ by. Default 8.</summary>
    [Range(3, 60)]
    public byte LeastDifference { get; init; } = 8;

    /// <summary>Frames in which the background is learned before anything is told. Default 20.</summary>
    [Range(2, 200)]
    public int WarmUp { get; init; } = 20;

    /// <summary>Share of the watched pixels from which on a frame differs as a whole. Default 0.04.</summary>
    [Range(0.005, 0.5)]
    public double MostMoving { get; init; } = 0.04;

    /// <summary>Largest shake that is taken out, pixels a side. Default 6.</summary>
    [Range(0, 12)]
    public int MostShake { get; init; } = 6;
}
