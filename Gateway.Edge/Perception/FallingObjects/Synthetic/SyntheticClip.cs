using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Falls;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic;

/// <summary>
/// A short grey clip of a tower with exact truth, the same for the same seed on every machine. Not thread-safe; painting a frame allocates
/// nothing.
/// </summary>
internal sealed class SyntheticClip
{
    private readonly SyntheticScene _scene;
    private readonly FrameClock _clock;

    internal SyntheticClip(int seed, SyntheticKind kind, SyntheticScene scene, FrameClock clock, FallView view, CameraPlacement camera, IReadOnlyList<SyntheticFall> truth)
    {
        (Seed, Kind, View, Camera, Truth) = (seed, kind, view, camera, truth);
        (_scene, _clock) = (scene, clock);
    }

    public int Seed { get; }

    public SyntheticKind Kind { get; }

    /// <summary>What an installer would have entered: the tower's outline, how the camera stands, and the columns of windows.</summary>
    public FallView View { get; }

    /// <summary>How the camera stands; <see cref="View"/>'s calibration is made of it.</summary>
    public CameraPlacement Camera { get; }

    /// <summary>What falls, by the time when it leaves; empty in a nuisance clip.</summary>
    public IReadOnlyList<SyntheticFall> Truth { get; }

    public int Width => View.Width;

    public int Height => View.Height;

    /// <summary>Nominal.</summary>
    public double FramesPerSecond => _clock.FramesPerSecond;

    public int FrameCount => _clock.Count;

    /// <summary>From the first frame to the last.</summary>
    public TimeSpan Duration => TimeOf(FrameCount - 1);

    /// <summary>What moves besides the falls, by name: for tables of what was mistaken for a fall.</summary>
    public IReadOnlyList<string> Nuisances => [.. _scene.Actors.Where(actor => actor is not FallingThing).Select(actor => actor.GetType().Name).Distinct(StringComparer.Ordinal)];

    /// <summary>The clip of a seed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Options beyond their bounds.</exception>
    public static SyntheticClip Of(int seed, SyntheticKind kind, SyntheticOptions? options = null) =>
        new SyntheticComposer(seed, kind, options ?? SyntheticOptions.Drawn).Compose();

    /// <summary>The stream's time of a frame; never earlier than the frame before, and the same where it is sent twice with one stamp.</summary>
    public TimeSpan TimeOf(int frame) => _clock.TimeOf(frame);

    /// <summary>Paints a frame.</summary>
    /// <param name="frame">0..<see cref="FrameCount"/> - 1; in any order.</param>
    /// <param name="luma">Width x height bytes.</param>
    /// <exception cref="ArgumentException">A span of another length.</exception>
    public void Render(int frame, Span<byte> luma)
    {
        if (luma.Length != Width * Height)
        {
            throw new ArgumentException($"A frame has {Width} x {Height} bytes, not {luma.Length}.", nameof(luma));
        }

        var source = _clock.SourceOf(frame);
        _scene.Paint(source, _clock.TimeOf(source).TotalSeconds, luma);
    }

    /// <summary>The tower's outline as the picture shows it, up to hands above the roof.</summary>
    internal static ImagePolygon RegionOf(SceneCamera camera, Tower tower)
    {
        const double Hands = 2.2;
        var (_, lowest) = camera.Facade(camera.Width / 2.0, camera.Height);
        var low = Math.Max(0, lowest);
        var high = tower.Building.Height + Hands;
        return new ImagePolygon([Corner(tower.Left, high), Corner(tower.Right, high), Corner(tower.Right, low), Corner(tower.Left, low)]);

        ImagePoint Corner(double x, double y)
        {
            var (px, py, _) = camera.See(x, y, 0);
            return new ImagePoint(Math.Clamp(px / camera.Width, 0, 1), Math.Clamp(py / camera.Height, 0, 1));
        }
    }
}
