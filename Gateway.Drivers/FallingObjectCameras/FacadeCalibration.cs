using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>
/// From rows of the picture to heights on the facade. A pinhole camera before a plane sees heights as H(y) = (p + q y) / (1 + r y) along a
/// column: three numbers hold both ways of saying how it stands. Rows are fractions of the picture's height, 0 at the upper edge. Immutable.
/// </summary>
public sealed class FacadeCalibration
{
    /// <summary>How well people level a tilt: half a degree.</summary>
    private const double TiltError = 0.5 * Math.PI / 180;

    /// <summary>How well people measure a distance: two hundredths.</summary>
    private const double DistanceError = 0.02;

    /// <summary>How well a row can be pointed at: about a pixel of 360 rows.</summary>
    private const double RowError = 0.003;

    /// <summary>About 45 degrees from the upper to the lower edge.</summary>
    private const double UsualFocalLength = 1.2;

    private readonly double _p;
    private readonly double _q;
    private readonly double _r;
    private readonly double _base; // height at which an error of scale does nothing: the lens
    private readonly double _rowError;
    private readonly double _scaleError;

    private FacadeCalibration(Building building, (double P, double Q, double R) form, double atLens, double focalLength, double rowError, double scaleError)
    {
        (Building, _base, FocalLength, _rowError, _scaleError) = (building, atLens, focalLength, rowError, scaleError);
        (_p, _q, _r) = form;
        if (!FallsWithRows())
        {
            throw new CalibrationException(new Wording(
                "标定无效：画面内的高度应自下而上增加，请检查倾角、视场角或楼层线",
                "The calibration is not valid: heights must grow from the lower to the upper edge of the picture; check tilt and field of view, or the floor lines"));
        }
    }

    /// <summary>The building that the camera looks at.</summary>
    public Building Building { get; }

    /// <summary>The known floors that it was made from, the lowest first; empty where it was made from how the camera stands.</summary>
    public IReadOnlyList<FloorLine> Lines { get; private init; } = [];

    /// <summary>Root mean square of what <see cref="Lines"/> are off, as a fraction of the picture's height; 0 where there are none.</summary>
    public double LineError => Lines.Count == 0 ? 0 : Math.Sqrt(Lines.Average(line => OffOf(line) * OffOf(line)));

    /// <summary>The three numbers of H(y) = (P + Q y) / (1 + R y).</summary>
    public (double P, double Q, double R) Form => (_p, _q, _r);

    /// <summary>Height of the lens above the ground floor's floor, metres; 0 where the floor lines alone are known.</summary>
    public double LensHeight => _base;

    /// <summary>Focal length in heights of the picture: as told, or the usual one where the floor lines alone are known, which do not tell it.</summary>
    public double FocalLength { get; }

    /// <summary>From how the camera stands.</summary>
    /// <exception cref="CalibrationException">The camera would look past the zenith or away from the facade.</exception>
    public static FacadeCalibration FromPlacement(CameraPlacement camera, Building building)
    {
        // With u = (1/2 - y) / f the ray through row y climbs by tan(tilt + atan u) = (t + u) / (1 - t u).
        var t = Math.Tan(camera.Tilt * Math.PI / 180);
        var (f, d, h) = (camera.FocalLength, camera.Distance, camera.Height);
        var scale = 1 - (t / (2 * f));
        if (scale <= 0)
        {
            throw new CalibrationException(new Wording(
                "标定无效：画面上缘已越过天顶，请减小 tilt 或视场角",
                "The calibration is not valid: the picture's upper edge looks past the zenith; lessen tilt or the field of view"));
        }

        var p = (h * scale) + (d * (t + (1 / (2 * f))));
        var q = ((h * t) - d) / f;
        return new FacadeCalibration(
            building, (p / scale, q / scale, t / f / scale), h, f, double.Hypot(RowError, TiltError * f), DistanceError);
    }

    /// <summary>From at least four floors whose lines are known, by least squares.</summary>
    /// <exception cref="CalibrationException">Too few lines, lines out of order, or lines that no camera can see so.</exception>
    public static FacadeCalibration FromFloorLines(IReadOnlyList<FloorLine> lines, Building building)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var fit = FloorLineFit.Of(lines, building.FloorHeight);
        return new FacadeCalibration(building, (fit.P, fit.Q, fit.R), atLens: 0, UsualFocalLength, Math.Max(RowError, fit.RowError), scaleError: 0)
        {
            Lines = [.. lines.OrderBy(line => line.Floor)],
        };
    }

    /// <summary>The height that is seen at a row.</summary>
    /// <param name="y">Row, 0..1; the facade's plane is meant, also where something else is in front of it.</param>
    public FacadeHeight HeightAt(double y)
    {
        var metres = Height(y);
        var scale = 1 + (_r * y);
        var slope = (_q - (_p * _r)) / (scale * scale);
        return new FacadeHeight(metres, double.Hypot(slope * _rowError, (metres - _base) * _scaleError));
    }

    /// <summary>The floor that is seen at a row; the nearest where the row shows what is below or above the building.</summary>
    public FacadeFloor FloorAt(double y)
    {
        var (metres, off) = HeightAt(y);
        return new FacadeFloor(FloorOf(metres), FloorOf(metres - (2 * off)), FloorOf(metres + (2 * off)));
    }

    /// <summary>The row at which a height is seen; outside of 0..1 where it is out of the picture.</summary>
    /// <param name="metres">Above the ground floor's floor.</param>
    public double RowOf(double metres) => (_p - metres) / ((_r * metres) - _q);

    /// <summary>How far below its place a line was drawn, as a fraction of the picture's height.</summary>
    public double OffOf(FloorLine line) => line.Y - RowOf((line.Floor - 1) * Building.FloorHeight);

    private double Height(double y) => (_p + (_q * y)) / (1 + (_r * y));

    private int FloorOf(double metres) =>
        (int)Math.Clamp(Math.Floor(metres / Building.FloorHeight) + 1, 1, Building.Floors);

    /// <summary>No pole in the picture, and heights that fall from row to row.</summary>
    private bool FallsWithRows() =>
        double.IsFinite(_p) && double.IsFinite(_q) && double.IsFinite(_r) && 1 + _r > 1e-6 && _q - (_p * _r) < 0;
}
