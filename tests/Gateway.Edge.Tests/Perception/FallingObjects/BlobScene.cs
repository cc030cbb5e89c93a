using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Motion;

namespace Gateway.Edge.Tests.Perception.FallingObjects;

/// <summary>A facade before a camera, and things that move before it, as blobs without pixels: exact geometry, seeded noise and clutter.</summary>
internal sealed class BlobScene(int seed) : IMotionFinder
{
    public const int Width = 1280;
    public const int Height = 720;
    public const double FramesPerSecond = 25;

    private readonly Random _random = new(seed);
    private readonly List<Func<double, Blob?>> _things = [];
    private readonly Blob[] _blobs = new Blob[512];
    private int _frame = -1;

    public CameraPlacement Placement { get; init; } = new(Tilt: 30, Height: 3, Distance: 30, FocalLength: 0.9);

    public Building Building { get; init; } = new(18, 3);

    /// <summary>Blobs per frame anywhere.</summary>
    public int Clutter { get; init; } = 5;

    /// <summary>Centres are off by so much, pixels.</summary>
    public double Noise { get; init; } = 0.4;

    public FacadeCalibration Calibration => FacadeCalibration.FromPlacement(Placement, Building);

    public bool Disturbed => false;

    public FallView View(bool calibrated = true) => new(Width, Height, Calibration: calibrated ? Calibration : null);

    /// <summary>A thing that leaves at a time from a height, so far before the plane, with a speed along, outwards and up; drag by terminal speed; hidden from a time on.</summary>
    public BlobScene Fall(
        double at, double height, double x = 0, double along = 0, double before = 0.5, double outwards = 0, double upwards = 0, double terminal = 60, double size = 6,
        double until = double.MaxValue)
    {
        var path = new List<(double Z, double D)>();
        var (z, v, d) = (height, upwards, before);
        const double step = 0.001;
        for (var t = 0.0; z > 0 && t < 8; t += step)
        {
            path.Add((z, d));
            v -= (9.80665 + (9.80665 * v * Math.Abs(v) / (terminal * terminal))) * step;
            (z, d) = (z + (v * step), d + (outwards * step));
        }

        _things.Add(time =>
        {
            var i = (int)((time - at) / step);
            return i < 0 || i >= path.Count || time >= until ? null : At(x + (along * (time - at)), path[i].Z, path[i].D, size);
        });
        return this;
    }

    /// <summary>A thing that moves over the plane as told: seconds to (along, height) in metres.</summary>
    public BlobScene Move(Func<double, (double X, double Z)?> path, double size = 8)
    {
        _things.Add(time => path(time) is { } at ? At(at.X, at.Z, 0, size) : null);
        return this;
    }

    /// <summary>A thing that moves in the picture as told, pixels.</summary>
    public BlobScene MovePixels(Func<double, (double X, double Y)?> path, double size = 8)
    {
        _things.Add(time => path(time) is { } at ? Make(at.X, at.Y, size) : null);
        return this;
    }

    /// <summary>What a detector tells in so many seconds.</summary>
    public List<Fall> Run(double seconds, bool calibrated = true, Action<IReadOnlyList<FallPoint>, FallRefusal>? judged = null)
    {
        var detector = new FallDetector(View(calibrated), new FallSettings(), this) { Judged = judged };
        List<Fall> falls = [];
        for (var frame = 0; frame < seconds * FramesPerSecond; frame++)
        {
            falls.AddRange(detector.Take([], TimeSpan.FromSeconds(frame / FramesPerSecond)));
        }

        falls.AddRange(detector.Finish());
        return falls;
    }

    public ReadOnlySpan<Blob> Take(ReadOnlySpan<byte> luma)
    {
        var time = ++_frame / FramesPerSecond;
        var count = 0;
        foreach (var thing in _things)
        {
            if (thing(time) is { X: >= 0 and < Width, Y: >= 0 and < Height } blob)
            {
                _blobs[count++] = blob;
            }
        }

        for (var i = 0; i < Clutter; i++)
        {
            _blobs[count++] = Make(_random.NextDouble() * Width, _random.NextDouble() * Height, 3);
        }

        return _blobs.AsSpan(0, count);
    }

    public void Reset()
    {
    }

    /// <summary>Exact pinhole projection, independent of the product's.</summary>
    private Blob At(double x, double z, double before, double size)
    {
        var tilt = Placement.Tilt * Math.PI / 180;
        var (level, up) = (Placement.Distance - before, z - Placement.Height);
        var depth = (level * Math.Cos(tilt)) + (up * Math.Sin(tilt));
        var rise = (up * Math.Cos(tilt)) - (level * Math.Sin(tilt));
        var f = Placement.FocalLength * Height;
        return Make((Width / 2.0) + (x / depth * f), (Height / 2.0) - (rise / depth * f), size);
    }

    private Blob Make(double x, double y, double size) => new(
        (float)(x + (Noise * Gauss())), (float)(y + (Noise * Gauss())), (short)size, (short)size, (int)(size * size), -40);

    private double Gauss() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
