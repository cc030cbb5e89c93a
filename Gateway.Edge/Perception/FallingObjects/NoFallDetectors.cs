namespace Gateway.Edge.Perception.FallingObjects;

/// <summary>Detectors that find nothing.</summary>
internal sealed class NoFallDetectors : IFallDetectorFactory, IFallDetector
{
    /// <inheritdoc/>
    public object Settings => new { };

    /// <inheritdoc/>
    public IFallDetector Create(FallView view) => this;

    /// <inheritdoc/>
    public IReadOnlyList<Fall> Take(ReadOnlySpan<byte> luma, TimeSpan time) => [];

    /// <inheritdoc/>
    public IReadOnlyList<Fall> Finish() => [];
}
