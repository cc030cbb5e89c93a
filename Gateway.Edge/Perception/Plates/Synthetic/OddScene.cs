using System.Numerics;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Simulation.Plates;
using Gateway.Drivers.Simulation.Vehicles;
using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Perception.Plates.Synthetic;

/// <summary>A lane in which an odd case is put together. Not thread-safe.</summary>
/// <param name="image">What is painted on.</param>
/// <param name="camera">What sees it.</param>
/// <param name="random">Decides all.</param>
/// <param name="art">Draws the plates.</param>
internal sealed class OddScene(BgrImage image, LaneCamera camera, SeededRandom random, PlateArt art)
{
    private const float Distance = 5;
    private bool _painted;

    public SeededRandom Random => random;

    public LaneCamera Camera { get; private set; } = camera;

    /// <summary>Turns the camera sideways by so many tenths of what it sees, before anything is painted.</summary>
    public void Aim(float metres) => Camera = Camera with { Aim = Camera.Aim + new Vector3(metres, 0, 0) };

    /// <summary>The empty lane, once.</summary>
    public void Lane()
    {
        if (!_painted)
        {
            DrivewayPainter.Paint(PaintTarget.Of(image), Camera, Distance - 0.4f, random.Whole(1, 1 << 20));
            _painted = true;
        }
    }

    /// <summary>A car; returns its number.</summary>
    /// <param name="plate">It has one.</param>
    /// <param name="wear">Of the plate.</param>
    /// <param name="right">Of the lane's middle, metres.</param>
    public string Vehicle(bool plate = true, PlateWear? wear = null, float right = 0)
    {
        Lane();
        var design = PlateDraw.Of(random.Pick<PlateMake>([PlateMake.Blue, PlateMake.Green]), random);
        var worn = wear ?? new PlateWear(random.Whole(1, 1 << 20));
        var look = VehicleLook.Of(design, worn) with { Body = VehicleBody.Car };
        new VehiclePainter(Camera.Shifted(right)).Paint(
            PaintTarget.Of(image), plate ? look : look with { Plate = null }, plate ? art.Draw(design, worn, scale: 0.75f) : null, Distance);
        return design.Text;
    }

    /// <summary>Sticks a label onto the front of the vehicle in the middle.</summary>
    /// <param name="label">Its picture.</param>
    /// <param name="above">Height over the road, metres.</param>
    public void Stick(BgrImage label, float above)
    {
        var width = (float)random.Between(0.6, 0.8);
        if (Camera.Upright(new Vector3(0, above, Distance - 0.05f), width, width * label.Height / label.Width) is { } quad)
        {
            QuadPaint.Paint(PaintTarget.Of(image), label, quad);
        }
    }
}
