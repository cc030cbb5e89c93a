using Gateway.Edge.Perception.FallingObjects.Motion;

namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>Puts detectors together.</summary>
internal sealed class FallDetectorFactory(FallSettings settings, MotionSettings motion) : IFallDetectorFactory
{
    /// <inheritdoc/>
    public object Settings { get; } = new { Falls = settings, Motion = motion };

    /// <inheritdoc/>
    public IFallDetector Create(FallView view) => new FallDetector(view, settings, new MotionFinder(view, motion));
}
