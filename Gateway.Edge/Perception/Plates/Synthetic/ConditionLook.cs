using System.Numerics;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Simulation.Plates;
using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Perception.Plates.Synthetic;

/// <summary>What a condition does: to the plate's pose, size and wear before it is painted, and to the whole picture after.</summary>
internal static class ConditionLook
{
    /// <summary>How the plate is turned.</summary>
    public static PlatePose Pose(PlateCondition condition, SeededRandom random) => condition == PlateCondition.Tilt
        ? PlatePose.OfDegrees(Either(10, 40, random), Either(0, 25, random), Either(0, 12, random))
        : PlatePose.OfDegrees(Either(0, 12, random), random.Between(-2, 10), Either(0, 3, random));

    /// <summary>How wide it is, pixels.</summary>
    public static double Width(PlateCondition condition, SeededRandom random) =>
        condition == PlateCondition.Distance ? random.Between(48, 72) : random.Between(100, 200);

    /// <summary>What time has done to it.</summary>
    public static PlateWear Wear(PlateCondition condition, SeededRandom random) =>
        new(random.Whole(1, 1 << 20), (float)(condition == PlateCondition.Dirt ? random.Between(0.3, 0.62) : random.Between(0, 0.15)));

    /// <summary>What the camera makes of it.</summary>
    public static void Apply(BgrImage image, PlateCondition condition, PictureQuad quad, SeededRandom random)
    {
        var unit = quad.Width;
        switch (condition)
        {
            case PlateCondition.Night:
                Night(image, quad, random);
                return;
            case PlateCondition.Rain:
                RainEffect.Apply(image, unit, random);
                break;
            case PlateCondition.Blur when random.Chance(0.5):
                PictureEffects.Motion(image, Vector2.Transform(new(unit * (float)random.Between(0.02, 0.06), 0), Matrix3x2.CreateRotation((float)random.Between(0, Math.PI))));
                break;
            case PlateCondition.Blur:
                PictureEffects.Defocus(image, unit * (float)random.Between(0.008, 0.022));
                break;
            default:
                PictureEffects.Gain(image, (float)random.Between(0.75, 1.15));
                break;
        }

        PictureEffects.Noise(image, (float)random.Between(1, 3), random);
        PictureEffects.Jpeg(image, condition == PlateCondition.Jpeg ? random.Whole(8, 25) : random.Whole(75, 92));
    }

    private static void Night(BgrImage image, PictureQuad quad, SeededRandom random)
    {
        var infrared = random.Chance(1 / 3.0);
        PictureEffects.Gain(image, (float)(infrared ? random.Between(0.5, 0.9) : random.Between(0.12, 0.4)));
        if (infrared)
        {
            PictureEffects.Infrared(image);
        }

        if (random.Chance(0.5))
        {
            var (unit, centre) = (quad.Width, (quad.A + quad.C) / 2);
            foreach (var side in new[] { -1, 1 })
            {
                PictureEffects.Glare(
                    image,
                    centre + new Vector2(side * unit * (float)random.Between(1.1, 1.5), -unit * (float)random.Between(0.3, 0.7)),
                    unit * (float)random.Between(0.25, 0.45),
                    (float)random.Between(0.8, 1.6));
            }
        }

        PictureEffects.Noise(image, (float)random.Between(4, 11), random);
        PictureEffects.Jpeg(image, random.Whole(55, 85));
    }

    private static double Either(double low, double high, SeededRandom random) => random.Sign() * random.Between(low, high);
}
