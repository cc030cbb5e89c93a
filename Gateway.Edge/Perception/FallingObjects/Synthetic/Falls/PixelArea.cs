namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Falls;

/// <summary>An upright box in a picture, pixels.</summary>
internal readonly record struct PixelArea(double Left, double Top, double Right, double Bottom)
{
    public static PixelArea Of(in PixelThing thing)
    {
        var (x, y) = thing.Reach;
        return new PixelArea(thing.X - x, thing.Y - y, thing.X + x, thing.Y + y);
    }

    public PixelArea With(in PixelArea other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    public PixelArea Moved(double x, double y) => new(Left + x, Top + y, Right + x, Bottom + y);

    /// <summary>What of it a picture shows; null for nothing.</summary>
    public PixelArea? Within(int width, int height)
    {
        var cut = new PixelArea(Math.Max(0, Left), Math.Max(0, Top), Math.Min(width, Right), Math.Min(height, Bottom));
        return cut.Right > cut.Left && cut.Bottom > cut.Top ? cut : null;
    }
}
