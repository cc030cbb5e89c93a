using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Perception.FallingObjects;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Physics;

/// <summary>What a camera sees by plain geometry, independent of the product's projection.</summary>
internal sealed class PinholeCamera(CameraPlacement placement, int width = 1280, int height = 720)
{
    public const double Gravity = 9.80665;

    private readonly Random _random = new(1);

    public static PinholeCamera Usual { get; } = new(new CameraPlacement(Tilt: 30, Height: 3, Distance: 30, FocalLength: 0.9));

    public Building Building { get; init; } = new(18, 3);

    public CameraPlacement Placement => placement;

    public FacadeCalibration Calibration => FacadeCalibration.FromPlacement(placement, Building);

    public FallView View => new(width, height, Calibration: Calibration);

    /// <summary>The pixel that shows a place: along the facade, above the ground, before the facade's plane, metres.</summary>
    public (double X, double Y) See(double along, double up, double before = 0)
    {
        var tilt = placement.Tilt * Math.PI / 180;
        var (level, rise) = (placement.Distance - before, up - placement.Height);
        var depth = (level * Math.Cos(tilt)) + (rise * Math.Sin(tilt));
        var across = (rise * Math.Cos(tilt)) - (level * Math.Sin(tilt));
        return ((width / 2.0) + (along / depth * placement.FocalLength * height), (height / 2.0) - (across / depth * placement.FocalLength * height));
    }

    /// <summary>A fall from rest without air, seen in each frame from a second after the stream's start on as long as it is in the picture.</summary>
    public List<FallPoint> Fall(double from, double along = 0, double alongSpeed = 0, double before = 0, double outwards = 0, double noise = 0, int frames = 100, double framesPerSecond = 25)
    {
        List<FallPoint> points = [];
        for (var frame = 0; frame < frames; frame++)
        {
            var t = frame / framesPerSecond;
            var up = from - (Gravity / 2 * t * t);
            var (x, y) = See(along + (alongSpeed * t), up, before + (outwards * t));
            if (up < 0 || y < 0 || y >= height || x < 0 || x >= width)
            {
                break;
            }

            points.Add(new FallPoint(frame + (long)framesPerSecond, TimeSpan.FromSeconds(1 + t), x + (noise * Normal()), y + (noise * Normal()), 6, 6));
        }

        return points;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
