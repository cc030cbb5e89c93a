using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Edge.Perception.FallingObjects.Physics;

/// <summary>
/// Where a fall began. A thing before the facade's plane is seen too high, and its acceleration too large, by the same share: the measured
/// acceleration tells how much.
/// </summary>
internal static class OriginFinder
{
    /// <summary>Hands let go so high above their floor, metres: one standard deviation beside it.</summary>
    private const double HandHeight = 1.25;
    private const double HandError = 0.3;

    /// <summary>Faster along the facade than what slips from a hand, metres a second.</summary>
    private const double ThrownFrom = 1.2;

    /// <param name="view">A camera with a calibration.</param>
    /// <param name="calibration">Its calibration.</param>
    /// <param name="path">The fall, fitted with what is known of gravity.</param>
    /// <param name="size">Of the thing, metres.</param>
    public static FallOrigin Find(FallView view, FacadeCalibration calibration, FallPath path, double size)
    {
        var fall = path.Solution.Fall;
        var nearer = Math.Clamp(fall.Acceleration / FallPriors.Gravity, 0.95, 1.15);
        var seen = fall.Height;
        var height = calibration.LensHeight + (seen / nearer);
        var row = path.Projection.RowOf(fall.Height + calibration.LensHeight);
        var ofView = calibration.HeightAt(row / view.Height).Uncertainty;
        var ofPlane = path.Solution.AccelerationError / FallPriors.Gravity * Math.Abs(seen);
        var error = Math.Sqrt(Math.Pow(path.Solution.HeightError, 2) + (ofView * ofView) + (ofPlane * ofPlane));
        var x = path.Projection.PixelOf(path.Along, row);
        var across = path.Projection.AcrossAt(row);
        var columns = view.Region is { } region
            ? FacadeColumns.At(region, view.Columns, new(x / view.Width, row / view.Height), ((path.AlongResidual * across) + 0.3) / across / view.Width)
            : null;
        return new FallOrigin(
            height,
            error,
            FloorOf(height, calibration.Building),
            FloorOf(height - (2 * double.Hypot(error, HandError)), calibration.Building),
            FloorOf(height + (2 * double.Hypot(error, HandError)), calibration.Building),
            Math.Clamp(x / view.Width, 0, 1),
            columns?.Column,
            columns?.Leftmost,
            columns?.Rightmost,
            path.AlongSpeed,
            Math.Abs(path.AlongSpeed) > ThrownFrom,
            size);
    }

    /// <summary>The floor whose hands are nearest; one above the highest for the roof.</summary>
    private static int FloorOf(double height, Building building) =>
        (int)Math.Clamp(Math.Round((height - HandHeight) / building.FloorHeight) + 1, 1, building.Floors + 1);
}
