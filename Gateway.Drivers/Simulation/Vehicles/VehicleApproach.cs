using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Simulation.Plates;

namespace Gateway.Drivers.Simulation.Vehicles;

/// <summary>
/// A vehicle before a lane's camera as a function of time, without any real camera: for measures of how far it has moved when it is read.
/// Frames may be asked for in any order; the same time gives the same frame. Not thread-safe.
/// </summary>
public sealed class VehicleApproach
{
    private const float StopLine = (float)VehicleMotion.Stops - 0.4f;
    private readonly VehiclePainter _painter;
    private readonly VehicleLook _look;
    private readonly BgrImage? _plate;
    private readonly byte[] _scene;
    private readonly int _seed;

    /// <param name="look">The vehicle.</param>
    /// <param name="glyphs">Shapes for its plate.</param>
    /// <param name="camera">What sees it.</param>
    /// <param name="seed">Decides scene and noise.</param>
    public VehicleApproach(VehicleLook look, PlateGlyphs glyphs, LaneCamera camera, int seed = 1)
    {
        (_look, _seed, Camera, _painter) = (look, seed, camera, new VehiclePainter(camera));
        _plate = look.Plate is null ? null : new PlateArt(glyphs).Draw(look.Plate, look.Wear);
        _scene = new byte[camera.Width * camera.Height * 3];
        DrivewayPainter.Paint(new PaintTarget(_scene, camera.Width, camera.Height), camera, StopLine, seed);
    }

    /// <summary>What sees the vehicle.</summary>
    public LaneCamera Camera { get; }

    /// <summary>Its speed, m/s.</summary>
    public double Speed { get; init; } = VehicleMotion.Usual;

    /// <summary>Where it begins, metres.</summary>
    public double From { get; init; } = VehicleMotion.Begins;

    /// <summary>It stops before the arm; otherwise it drives through.</summary>
    public bool Halts { get; init; } = true;

    /// <summary>It is seen from behind, driving away from <see cref="From"/> on.</summary>
    public bool Leaves { get; init; }

    /// <summary>Where its plate's end is at a time, metres.</summary>
    /// <param name="time">Since it began.</param>
    public double DistanceAt(TimeSpan time)
    {
        if (Leaves)
        {
            return From + (Speed * time.TotalSeconds);
        }

        var motion = new VehicleMotion(From, Speed, -Speed) { Target = Halts ? VehicleMotion.Stops : double.NegativeInfinity };
        motion.Advance(time.TotalSeconds);
        return motion.Distance;
    }

    /// <summary>The picture at a time.</summary>
    /// <param name="image">As large as the camera's; overwritten.</param>
    /// <param name="time">Since it began; not negative.</param>
    public VehicleTruth Paint(BgrImage image, TimeSpan time)
    {
        if (image.Width != Camera.Width || image.Height != Camera.Height)
        {
            throw new ArgumentException($"The camera's picture has {Camera.Width} x {Camera.Height} pixels.", nameof(image));
        }

        _scene.CopyTo(image.Pixels.AsSpan());
        var truth = _painter.Paint(PaintTarget.Of(image), _look, _plate, DistanceAt(time), Leaves);
        new SensorNoise(new Random(HashCode(time))).On(image.Span, image.Pixels.AsSpan(0, image.ByteCount));
        return truth;
    }

    private int HashCode(TimeSpan time) => unchecked((int)((time.Ticks / TimeSpan.TicksPerMillisecond * 7919) + _seed));
}
