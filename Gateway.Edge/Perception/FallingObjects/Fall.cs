using Gateway.Cloud.Contract;

namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>One thing that has fallen. Times are the stream's.</summary>
/// <param name="Track">Where it was seen, in order; at least four points.</param>
/// <param name="Score">How much speaks for a fall, 0..1.</param>
/// <param name="Fit">The motion that explains the track.</param>
/// <param name="Origin">Where it came from; null without a calibration.</param>
/// <param name="Reasons">What the decision rests on, in words for people.</param>
internal sealed record Fall(
    IReadOnlyList<FallPoint> Track,
    double Score,
    FallFit Fit,
    FallOrigin? Origin,
    IReadOnlyList<LocalizedText> Reasons)
{
    /// <summary>When it was first seen.</summary>
    public TimeSpan Began => Track[0].Time;

    /// <summary>When it was last seen.</summary>
    public TimeSpan Ended => Track[^1].Time;

    /// <summary>How long it was seen falling.</summary>
    public TimeSpan Duration => Ended - Began;
}
