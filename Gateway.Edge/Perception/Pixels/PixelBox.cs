namespace Gateway.Edge.Perception.Pixels;

/// <summary>A rectangle in pixels with fractional sides; may reach beyond the picture.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width, positive.</param>
/// <param name="Height">Height, positive.</param>
internal readonly record struct PixelBox(float X, float Y, float Width, float Height)
{
    public float CentreX => X + (Width / 2);

    public float CentreY => Y + (Height / 2);

    public float Right => X + Width;

    public float Bottom => Y + Height;

    public float Area => Width * Height;

    /// <summary>The square of that side with the same centre.</summary>
    public PixelBox Square(float side) => new(CentreX - (side / 2), CentreY - (side / 2), side, side);

    /// <summary>Grown by a share of its sides on every side.</summary>
    public PixelBox Grow(float share) => new(X - (Width * share), Y - (Height * share), Width * (1 + (2 * share)), Height * (1 + (2 * share)));

    /// <summary>The smallest that holds both.</summary>
    public PixelBox With(PixelBox other)
    {
        var (x, y) = (Math.Min(X, other.X), Math.Min(Y, other.Y));
        return new PixelBox(x, y, Math.Max(Right, other.Right) - x, Math.Max(Bottom, other.Bottom) - y);
    }

    /// <summary>Overlap over union, 0..1.</summary>
    public float Overlap(PixelBox other)
    {
        var width = Math.Min(Right, other.Right) - Math.Max(X, other.X);
        var height = Math.Min(Bottom, other.Bottom) - Math.Max(Y, other.Y);
        if (width <= 0 || height <= 0)
        {
            return 0;
        }

        var shared = width * height;
        return shared / (Area + other.Area - shared);
    }
}
