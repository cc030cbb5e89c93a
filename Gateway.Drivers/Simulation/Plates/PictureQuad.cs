using System.Numerics;

namespace Gateway.Drivers.Simulation.Plates;

/// <summary>Four corners in pixels of a picture, clockwise from the top left one as it would be read. Immutable.</summary>
/// <param name="A">Top left.</param>
/// <param name="B">Top right.</param>
/// <param name="C">Bottom right.</param>
/// <param name="D">Bottom left.</param>
public readonly record struct PictureQuad(Vector2 A, Vector2 B, Vector2 C, Vector2 D)
{
    /// <summary>Mean length of the upper and the lower edge.</summary>
    public float Width => ((B - A).Length() + (C - D).Length()) / 2;

    /// <summary>Mean length of the sides.</summary>
    public float Height => ((D - A).Length() + (C - B).Length()) / 2;

    /// <summary>The smallest corner of its bounds.</summary>
    public Vector2 Least => Vector2.Min(Vector2.Min(A, B), Vector2.Min(C, D));

    /// <summary>The largest corner of its bounds.</summary>
    public Vector2 Most => Vector2.Max(Vector2.Max(A, B), Vector2.Max(C, D));

    /// <summary>True when all of it lies in a picture of this size.</summary>
    public bool IsWithin(int width, int height) => Least.X >= 0 && Least.Y >= 0 && Most.X <= width && Most.Y <= height;

    /// <summary>Upright, with these edges.</summary>
    public static PictureQuad Of(float left, float top, float width, float height) =>
        new(new(left, top), new(left + width, top), new(left + width, top + height), new(left, top + height));

    /// <summary>Moved and grown: each corner becomes corner x scale + shift.</summary>
    public PictureQuad Move(float scale, Vector2 shift) => new((A * scale) + shift, (B * scale) + shift, (C * scale) + shift, (D * scale) + shift);
}
