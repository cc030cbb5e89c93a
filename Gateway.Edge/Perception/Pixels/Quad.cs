using System.Numerics;

namespace Gateway.Edge.Perception.Pixels;

/// <summary>Four corners of something rectangular in a picture, in pixels, from the top left one clockwise.</summary>
/// <param name="TopLeft">First corner.</param>
/// <param name="TopRight">Second corner.</param>
/// <param name="BottomRight">Third corner.</param>
/// <param name="BottomLeft">Fourth corner.</param>
internal readonly record struct Quad(Vector2 TopLeft, Vector2 TopRight, Vector2 BottomRight, Vector2 BottomLeft)
{
    /// <summary>The corners of an upright box.</summary>
    public static Quad Of(PixelBox box) => new(new(box.X, box.Y), new(box.Right, box.Y), new(box.Right, box.Bottom), new(box.X, box.Bottom));

    /// <summary>Mean length of the upper and the lower side.</summary>
    public float Width => ((TopRight - TopLeft).Length() + (BottomRight - BottomLeft).Length()) / 2;

    /// <summary>Mean length of the left and the right side.</summary>
    public float Height => ((BottomLeft - TopLeft).Length() + (BottomRight - TopRight).Length()) / 2;

    /// <summary>Mean of the corners.</summary>
    public Vector2 Centre => (TopLeft + TopRight + BottomRight + BottomLeft) / 4;

    /// <summary>The smallest upright box around it.</summary>
    public PixelBox Bounds
    {
        get
        {
            var least = Vector2.Min(Vector2.Min(TopLeft, TopRight), Vector2.Min(BottomRight, BottomLeft));
            var most = Vector2.Max(Vector2.Max(TopLeft, TopRight), Vector2.Max(BottomRight, BottomLeft));
            return new PixelBox(least.X, least.Y, most.X - least.X, most.Y - least.Y);
        }
    }

    /// <summary>Every corner times a factor, then moved: from a part's own places to the picture's.</summary>
    public Quad Map(Vector2 origin, Vector2 factor) =>
        new(origin + (TopLeft * factor), origin + (TopRight * factor), origin + (BottomRight * factor), origin + (BottomLeft * factor));

    /// <summary>A part of it: shares of its sides, 0..1 from the left and from the top; values beyond grow it.</summary>
    public Quad Part(float left, float top, float right, float bottom) => new(At(left, top), At(right, top), At(right, bottom), At(left, bottom));

    /// <summary>The place at shares of its sides, without perspective.</summary>
    public Vector2 At(float right, float down) => Vector2.Lerp(Vector2.Lerp(TopLeft, TopRight, right), Vector2.Lerp(BottomLeft, BottomRight, right), down);
}
