using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>What a motion finder looks at and how carefully. The defaults hold for 15..30 frames a second.</summary>
/// <param name="Width">Pixels in a row, 160..3840.</param>
/// <param name="Height">Rows, 120..2160.</param>
/// <param name="Region">Where to look; null for the whole picture.</param>
/// <param name="Ignore">Where not to look, inside the region too.</param>
internal sealed record SteadyMotionSettings(int Width, int Height, ImagePolygon? Region = null, IReadOnlyList<ImagePolygon>? Ignore = null)
{
    /// <summary>Frames in which the background is learned and nothing is told.</summary>
    public int WarmUp { get; init; } = 20;

    /// <summary>The least difference that counts in a picture without noise, levels.</summary>
    public byte LeastFloor { get; init; } = 9;

    /// <summary>The floor in the noisiest picture, levels.</summary>
    public byte MostFloor { get; init; } = 28;

    /// <summary>A mask that covers more than this share of the watched pixels says that the frame differs as a whole.</summary>
    public double MostCovered { get; init; } = 0.06;

    /// <summary>The least pixels of a blob.</summary>
    public int LeastArea { get; init; } = 3;

    /// <summary>Takes what matters from a view.</summary>
    public static SteadyMotionSettings From(FallView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new(view.Width, view.Height, view.Region, view.Ignore);
    }

    /// <summary>Checks the sides.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A side is outside of its range.</exception>
    public void Check() => Check(Width, Height);

    private static void Check(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 160);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 3840);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 120);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, 2160);
    }
}
