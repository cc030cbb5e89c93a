namespace Gateway.Edge.Perception.FallingObjects.Physics;

/// <summary>A point of a track on the plane of the facade.</summary>
/// <param name="Seconds">Since the track's first point.</param>
/// <param name="Height">Height of its centre above the lens.</param>
/// <param name="Along">Where along the facade.</param>
/// <param name="Unit">Length on the plane, downwards, that is as much as the point's own uncertainty in the picture.</param>
/// <param name="UnitAlong">The same across.</param>
/// <param name="Pixels">That uncertainty, pixels.</param>
internal readonly record struct FitSample(double Seconds, double Height, double Along, double Unit, double UnitAlong, double Pixels)
{
    /// <summary>A centre cannot be told better than this, pixels of a picture of 720 rows: sampling, encoding and what is left of the shake.</summary>
    private const double LeastPixels = 0.6;

    /// <summary>Streaks and things that turn are uncertain by a share of their height.</summary>
    private const double ShareOfHeight = 0.1;

    /// <summary>The centre of what is seen lies off by up to half of what is not.</summary>
    private const double ShareOfHidden = 0.5;

    /// <summary>What is seen smaller than this share of the usual is not seen whole; a little is the streak's and the noise's.</summary>
    private const double Whole = 0.7;

    /// <summary>The sample of a point.</summary>
    /// <param name="point">Seen there.</param>
    /// <param name="start">Time of the track's first point.</param>
    /// <param name="projection">From pixels to the plane.</param>
    /// <param name="scale">Rows of the picture / 720.</param>
    /// <param name="usual">Width and height of the thing on most of its track, pixels: where it is seen smaller, a part of it was not told from what is behind.</param>
    public static FitSample Of(in FallPoint point, TimeSpan start, in Projection projection, double scale, (double Width, double Height) usual)
    {
        var (height, slope) = projection.At(point.Y);
        var pixels = PixelsOf(point, scale, usual);
        return new FitSample(
            (point.Time - start).TotalSeconds,
            height - projection.LensHeight,
            projection.AlongOf(point.X, point.Y),
            Math.Abs(slope) * pixels,
            projection.AcrossAt(point.Y) * ((LeastPixels * scale) + (ShareOfHeight * point.Width) + Hidden(point.Width, usual.Width)),
            pixels);
    }

    /// <summary>How uncertain a point's row is, pixels.</summary>
    public static double PixelsOf(in FallPoint point, double scale, (double Width, double Height) usual) =>
        (LeastPixels * scale) + (ShareOfHeight * point.Height) + Hidden(point.Height, usual.Height);

    /// <summary>How far off a centre may lie because only a part is seen, pixels.</summary>
    /// <param name="width">Of what is seen.</param>
    /// <param name="height">Of what is seen.</param>
    /// <param name="usual">Sides of the thing on most of its track.</param>
    public static double HiddenOf(double width, double height, (double Width, double Height) usual) =>
        Math.Max(Hidden(width, usual.Width), Hidden(height, usual.Height));

    private static double Hidden(double side, double usual) => ShareOfHidden * Math.Max(0, (Whole * usual) - side);
}
