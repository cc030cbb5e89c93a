using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Edge.Perception.FallingObjects.Physics;

/// <summary>
/// Between pixels and the plane of the facade. A pinhole camera sees heights as H(y) = (P + Q y) / (1 + R y), y in heights of the picture,
/// and what lies across scales with 1 / (1 + R y). Heights are metres with a calibration, distances to the facade without.
/// </summary>
internal readonly struct Projection
{
    /// <summary>In heights of the picture: about 37 degrees from the upper to the lower edge.</summary>
    private const double UsualFocalLength = 1.5;

    private readonly double _p;
    private readonly double _q;
    private readonly double _r;
    private readonly double _rows;
    private readonly double _middle;
    private readonly double _across;

    private Projection(FacadeCalibration calibration, int width, int height)
    {
        (_p, _q, _r) = calibration.Form;
        (_rows, _middle, LensHeight) = (height, width / 2.0, calibration.LensHeight);

        // With v = (1/2 - y) / f and 1 + R y = (1 - v tan(tilt)) / (1 - tan(tilt) / 2f): R / (1 + R/2) = tan(tilt) / f.
        var f = calibration.FocalLength;
        var tangent = f * _r / (1 + (_r / 2));
        var cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        var scale = 1 - (tangent / (2 * f));

        // dH/dv = D / (cos - v sin)^2 = D / (cos scale (1 + R y))^2 and dH/dy = -dH/dv / f = (Q - P R) / (1 + R y)^2.
        var distance = (_p * _r - _q) * f * Math.Pow(cosine * scale, 2);
        _across = distance / (f * cosine * scale * _rows);
        Distance = distance;
    }

    /// <summary>From the lens to the facade, level; 1 without a calibration.</summary>
    public double Distance { get; }

    /// <summary>Of the lens, from where a fall's heights count.</summary>
    public double LensHeight { get; }

    /// <summary>The facade of a calibration, in metres.</summary>
    public static Projection Of(FacadeCalibration calibration, int width, int height) => new(calibration, width, height);

    /// <summary>A camera of which nothing is known, guessed.</summary>
    /// <param name="bend">Tangent of the tilt over the focal length in heights of the picture: all that the shape of a fall tells of a camera.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    public static Projection Guess(double bend, int width, int height) => new(
        FacadeCalibration.FromPlacement(new CameraPlacement(Math.Atan(bend * UsualFocalLength) * 180 / Math.PI, 0, 1, UsualFocalLength), new Building(1, 3)), width, height);

    /// <summary>The height seen at a row, and how it changes from row to row (negative).</summary>
    public (double Height, double Slope) At(double row)
    {
        var y = row / _rows;
        var scale = 1 + (_r * y);
        return ((_p + (_q * y)) / scale, (_q - (_p * _r)) / (scale * scale * _rows));
    }

    /// <summary>The row at which a height is seen.</summary>
    public double RowOf(double height) => (_p - height) / ((_r * height) - _q) * _rows;

    /// <summary>Length along the facade of one pixel of a row.</summary>
    public double AcrossAt(double row) => _across / (1 + (_r * row / _rows));

    /// <summary>Where along the facade, from the middle of the picture.</summary>
    public double AlongOf(double x, double row) => (x - _middle) * AcrossAt(row);

    /// <summary>The pixel of a row that shows a place along the facade.</summary>
    public double PixelOf(double along, double row) => (along / AcrossAt(row)) + _middle;
}
