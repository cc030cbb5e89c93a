namespace Gateway.Edge.Perception.FallingObjects.Synthetic;

/// <summary>What is fixed about a synthetic clip; whatever is null is drawn from its seed.</summary>
/// <param name="Width">Pixels in a row, 160..3840; given together with <paramref name="Height"/>.</param>
/// <param name="Height">Rows, 120..2160.</param>
/// <param name="FramesPerSecond">Nominal frame rate, 1..60; drawn from 15..30.</param>
/// <param name="Duration">How long it lasts; drawn from 6..8 s. A clip with a slow fall lasts until the fall is over.</param>
/// <param name="Size">Apparent size of the falling things where they start, 2..30 pixels.</param>
/// <param name="Calm">Nothing but falls: no sensor noise, drift, shake, weather, nor anything else that moves; even times, no duplicates.</param>
internal sealed record SyntheticOptions(
    int? Width = null,
    int? Height = null,
    double? FramesPerSecond = null,
    TimeSpan? Duration = null,
    double? Size = null,
    bool Calm = false)
{
    /// <summary>Everything is drawn from the seed.</summary>
    public static SyntheticOptions Drawn { get; } = new();
}
