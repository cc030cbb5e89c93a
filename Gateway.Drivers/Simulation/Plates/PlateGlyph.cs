namespace Gateway.Drivers.Simulation.Plates;

/// <summary>The shape of one character, cut to its ink. Immutable.</summary>
/// <param name="Coverage">Row by row, 0 bare to 255 ink.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
public sealed record PlateGlyph(byte[] Coverage, int Width, int Height)
{
    /// <summary>How much ink there is at a place, 0..1; nothing beyond its edges.</summary>
    /// <param name="x">0 left edge to 1 right edge.</param>
    /// <param name="y">0 top to 1 bottom.</param>
    public float At(float x, float y)
    {
        var (column, row) = ((x * Width) - 0.5f, (y * Height) - 0.5f);
        var (left, top) = ((int)MathF.Floor(column), (int)MathF.Floor(row));
        var (right, down) = (column - left, row - top);
        return float.Lerp(
            float.Lerp(Pixel(left, top), Pixel(left + 1, top), right),
            float.Lerp(Pixel(left, top + 1), Pixel(left + 1, top + 1), right),
            down);
    }

    private float Pixel(int x, int y) => (uint)x < (uint)Width && (uint)y < (uint)Height ? Coverage[(y * Width) + x] / 255f : 0;
}
