namespace Gateway.Drivers.Buses.Video.Jpeg;

/// <summary>A rectangle of a picture, in pixels from its top left corner.</summary>
/// <param name="X">Left column.</param>
/// <param name="Y">Top row.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
public readonly record struct ImageRegion(int X, int Y, int Width, int Height)
{
    /// <summary>The whole of a picture.</summary>
    public static ImageRegion Whole(BgrImage image) => new(0, 0, image.Width, image.Height);

    /// <summary>True when the rectangle is not empty and lies inside the picture.</summary>
    public bool Fits(BgrImage image) =>
        X >= 0 && Y >= 0 && Width > 0 && Height > 0 && X <= image.Width - Width && Y <= image.Height - Height;
}
