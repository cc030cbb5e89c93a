namespace Gateway.Drivers.Buses.Video;

/// <summary>A rectangle inside the camera's picture, as fractions of its sides: 0..1 from the upper left.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width, above 0; X + Width is at most 1.</param>
/// <param name="Height">Height, above 0; Y + Height is at most 1.</param>
public readonly record struct FrameRegion(double X, double Y, double Width, double Height)
{
    /// <summary>The whole picture.</summary>
    public static FrameRegion Whole { get; } = new(0, 0, 1, 1);
}
