using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>
/// From where on something is a fall. One set for all cameras: lengths are in pixels of a picture of 720 rows and grow with the picture.
/// </summary>
internal sealed record FallSettings
{
    /// <summary>Fewest frames in which the thing was seen. Default 7.</summary>
    [Range(4, 100)]
    public int LeastPoints { get; init; } = 7;

    /// <summary>Share of the frames between the first and the last in which it was seen. Default 0.5.</summary>
    [Range(0.1, 1)]
    public double LeastCoverage { get; init; } = 0.5;

    /// <summary>Fewest pixels that it came down. Default 60.</summary>
    [Range(10, 700)]
    public double LeastDrop { get; init; } = 60;

    /// <summary>Shortest time, seconds. Default 0.3.</summary>
    [Range(0.1, 5)]
    public double LeastSeconds { get; init; } = 0.3;

    /// <summary>Most that the points may lie off the curve, root mean square, pixels. Default 3.</summary>
    [Range(0.5, 20)]
    public double MostResidual { get; init; } = 3;

    /// <summary>How many times its own uncertainty the acceleration has to be. Default 6.</summary>
    [Range(2, 50)]
    public double LeastSignificance { get; init; } = 6;

    /// <summary>From which score on a fall is told, 0..1. Default 0.9.</summary>
    [Range(0.05, 0.99)]
    public double LeastScore { get; init; } = 0.9;

    /// <summary>The same without a calibration. Default 0.86.</summary>
    [Range(0.05, 0.99)]
    public double LeastBlindScore { get; init; } = 0.86;

    /// <summary>The same before trees and the like, in rain and snow, and while it is not known yet what moves in the picture. Default 0.94.</summary>
    [Range(0.05, 0.99)]
    public double LeastPlainScore { get; init; } = 0.94;

    /// <summary>Share of frames with something moving from which on a part of the picture is restless and no fall is looked for there. Default 0.1.</summary>
    [Range(0.01, 1)]
    public double MostRestless { get; init; } = 0.1;
}
