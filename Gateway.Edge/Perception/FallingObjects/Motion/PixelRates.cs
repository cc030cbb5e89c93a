namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>How the pixels learn from one frame, the same for all of them.</summary>
/// <param name="Floor">The least difference from the background that counts, levels.</param>
/// <param name="Adapt">How far the background moves towards a pixel that looks like it, at most, levels.</param>
/// <param name="Creep">The same for a pixel that differs.</param>
/// <param name="Rise">How far a threshold grows, at most, levels.</param>
/// <param name="Decay">How far a threshold sinks, at most, levels.</param>
internal readonly record struct PixelRates(byte Floor, byte Adapt, byte Creep, byte Rise, byte Decay);
