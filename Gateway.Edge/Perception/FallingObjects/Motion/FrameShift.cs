namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>Where a pixel of the background lies in a frame: whole pixels and the rest in eighths, -4..4.</summary>
/// <param name="X">Whole columns to the right.</param>
/// <param name="Y">Whole rows downwards.</param>
/// <param name="EighthsX">The rest, eighths of a column.</param>
/// <param name="EighthsY">The rest, eighths of a row.</param>
internal readonly record struct FrameShift(int X, int Y, int EighthsX = 0, int EighthsY = 0)
{
    /// <summary>A camera on a mast is not shaken further than this; a longer way is a bump, pixels.</summary>
    public const int Most = 6;
}
