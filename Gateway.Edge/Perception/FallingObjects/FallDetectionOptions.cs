using System.ComponentModel.DataAnnotations;
using Gateway.Edge.Perception.FallingObjects.Motion;

namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>
/// Configuration section <c>FallDetection</c>: what an installer may have to set where a site differs from most. It holds for all cameras; what is
/// not here is in <see cref="FallSettings"/> and <see cref="MotionSettings"/> and measured in docs/perception-falling.md.
/// </summary>
internal sealed class FallDetectionOptions
{
    public const string Section = "FallDetection";

    private static readonly FallSettings s_falls = new();
    private static readonly MotionSettings s_motion = new();

    /// <summary>From which score on a fall is told, 0.5..0.99: higher misses more and alarms less. Default 0.9.</summary>
    [Range(0.5, 0.99)]
    public double LeastScore { get; set; } = s_falls.LeastScore;

    /// <summary>The same before a camera without a calibration. Default 0.86.</summary>
    [Range(0.5, 0.99)]
    public double LeastBlindScore { get; set; } = s_falls.LeastBlindScore;

    /// <summary>The same before trees, in rain and snow, and in a stream's first seconds. Default 0.94.</summary>
    [Range(0.5, 0.99)]
    public double LeastPlainScore { get; set; } = s_falls.LeastPlainScore;

    /// <summary>Levels of grey, 3..60, that a pixel has to differ by: higher for cameras that are noisy at night. Default 8.</summary>
    [Range(3, 60)]
    public int LeastDifference { get; set; } = s_motion.LeastDifference;

    /// <summary>Largest shake that is taken out, pixels a side, 0..12: higher for a mast in the wind. Default 6.</summary>
    [Range(0, 12)]
    public int MostShake { get; set; } = s_motion.MostShake;

    /// <summary>What decides on falls.</summary>
    public FallSettings ToFalls() => s_falls with { LeastScore = LeastScore, LeastBlindScore = LeastBlindScore, LeastPlainScore = LeastPlainScore };

    /// <summary>What decides on motion.</summary>
    public MotionSettings ToMotion() => s_motion with { LeastDifference = (byte)LeastDifference, MostShake = MostShake };
}
