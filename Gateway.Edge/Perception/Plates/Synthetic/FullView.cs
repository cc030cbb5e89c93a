using System.Numerics;
using Gateway.Drivers.Simulation.Plates;
using Gateway.Drivers.Simulation.Vehicles;
using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Perception.Plates.Synthetic;

/// <summary>Draws where the camera of a whole picture stands and how far away the vehicle is, so that its plate has the size of its condition.</summary>
internal static class FullView
{
    private static readonly (int Width, int Height)[] Sizes = [(640, 360), (960, 540), (1280, 720)];

    /// <summary>The camera, and the distance of the plate along the lane, metres.</summary>
    public static (LaneCamera Camera, double Distance) Of(PlateCondition condition, PlateDesign design, float plateHeight, SeededRandom random)
    {
        var (width, height) = random.Pick<(int, int)>(Sizes);
        var tilted = condition == PlateCondition.Tilt;
        var distance = random.Between(3.6, tilted ? 4.4 : 6.5);
        var above = (float)random.Between(1.5, tilted ? 2.9 : 2.2);
        var beside = (float)(tilted ? random.Between(1.9, 3.2) : random.Between(0.4, 1.7));
        var roll = float.DegreesToRadians((float)(random.Sign() * random.Between(0, tilted ? 12 : 2)));

        var wide = Math.Min(ConditionLook.Width(condition, random), width / 3.5) * design.Width / 440.0;
        var away = Math.Sqrt((distance * distance) + (beside * beside) + ((above - plateHeight) * (above - plateHeight)));
        var focal = (float)(wide * away / (design.Width / 1000.0 * width));

        // The plate is a little off the picture's middle, by up to a quarter of it.
        var (sideways, upwards) = (random.Between(-0.25, 0.25) * away / focal, random.Between(-0.25, 0.25) * away / focal * height / width);
        var aim = new Vector3((float)sideways, plateHeight + (float)upwards, (float)distance);
        return (new LaneCamera(above, beside, aim, focal, width, height, roll), distance);
    }
}
