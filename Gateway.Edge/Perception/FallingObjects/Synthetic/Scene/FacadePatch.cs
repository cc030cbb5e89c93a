namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

/// <summary>An upright rectangle in the world as it is seen: a trapeze with level upper and lower edges, pixels.</summary>
internal readonly record struct FacadePatch(double Top, double Bottom, double TopLeft, double TopRight, double BottomLeft, double BottomRight)
{
    /// <summary>The rectangle between two corners, so many metres before the facade's plane.</summary>
    public static FacadePatch Of(SceneCamera camera, double left, double bottom, double right, double top, double offset = 0)
    {
        var (a, y0, _) = camera.See(left, top, offset);
        var (b, y1, _) = camera.See(right, top, offset);
        var (c, y2, _) = camera.See(left, bottom, offset);
        var (d, y3, _) = camera.See(right, bottom, offset);
        return new FacadePatch((y0 + y1) / 2, (y2 + y3) / 2, a, b, c, d);
    }

    public double CentreX => (TopLeft + TopRight + BottomLeft + BottomRight) / 4;

    public double CentreY => (Top + Bottom) / 2;

    /// <summary>Its mean width, pixels.</summary>
    public double Width => (TopRight - TopLeft + BottomRight - BottomLeft) / 2;

    /// <summary>Its height, pixels.</summary>
    public double Height => Bottom - Top;

    /// <summary>The part of it between two shares of its width.</summary>
    public FacadePatch Between(double from, double to) => this with
    {
        TopLeft = double.Lerp(TopLeft, TopRight, from),
        TopRight = double.Lerp(TopLeft, TopRight, to),
        BottomLeft = double.Lerp(BottomLeft, BottomRight, from),
        BottomRight = double.Lerp(BottomLeft, BottomRight, to),
    };

    /// <summary>Lays a level over it.</summary>
    public void Fill(in SceneCanvas canvas, double level, double alpha = 1)
    {
        var (from, to) = SceneCanvas.Cut(Top + canvas.ShakeY, Bottom + canvas.ShakeY, canvas.Height);
        for (var row = from; row < to; row++)
        {
            var middle = row + 0.5 - canvas.ShakeY;
            var part = Math.Clamp((middle - Top) / Math.Max(1e-6, Bottom - Top), 0, 1);
            var cover = Math.Min(middle + 0.5, Bottom) - Math.Max(middle - 0.5, Top);
            canvas.Box(
                double.Lerp(TopLeft, BottomLeft, part), row - canvas.ShakeY, double.Lerp(TopRight, BottomRight, part), row + 1 - canvas.ShakeY,
                level, alpha * cover);
        }
    }
}
