namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>Makes one detector per camera. Safe for use by several threads.</summary>
internal interface IFallDetectorFactory
{
    /// <summary>What its detectors decide by, kept with each fall as it is; made of plain values that JSON can hold.</summary>
    object Settings { get; }

    /// <summary>A detector that has seen nothing yet; dispose it if it is <see cref="IDisposable"/>.</summary>
    IFallDetector Create(FallView view);
}
