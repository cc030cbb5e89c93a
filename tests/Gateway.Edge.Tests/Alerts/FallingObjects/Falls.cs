using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Perception.FallingObjects;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

/// <summary>Falls as the detector tells of them, from a floor of a tower that a calibrated camera sees.</summary>
internal static class Falls
{
    public static FacadeCalibration Tower { get; } = FacadeCalibration.FromPlacement(
        new CameraPlacement(32, 3.5, 28, CameraPlacement.FocalLengthOf(48)), new Building(18, 2.9));

    /// <summary>Free fall at 25 frames a second from a metre above a floor's slab, as long as it is in the picture.</summary>
    public static Fall Of(int floor, int width = 1280, int height = 720, double x = 0.4)
    {
        var from = ((floor - 1) * Tower.Building.FloorHeight) + 1;
        var track = Enumerable.Range(0, 40)
            .Select(frame => (Frame: frame, Time: TimeSpan.FromMilliseconds(40 * frame)))
            .Select(at => new FallPoint(
                at.Frame, at.Time, (x + (0.01 * at.Time.TotalSeconds)) * width, Tower.RowOf(from - (4.905 * at.Time.TotalSeconds * at.Time.TotalSeconds)) * height, 6, 9))
            .TakeWhile(point => point.Y < height)
            .ToList();
        return new Fall(
            track,
            0.93,
            new FallFit(1.4, 9.7, 0.2, null, track[^1].Y - track[0].Y),
            new FallOrigin(from, 0.4, floor, floor - 1, floor + 1, x, 3, 3, 4, 0.4, false, 0.12),
            [new("测得加速度 9.7 m/s2，符合自由落体", "The measured acceleration of 9.7 m/s2 is that of free fall")]);
    }
}
