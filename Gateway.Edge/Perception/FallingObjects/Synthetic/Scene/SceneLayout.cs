using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

/// <summary>Draws how a camera stands before a tower, the way installers place them: most of the tower in the picture.</summary>
internal static class SceneLayout
{
    /// <summary>
    /// Steeper than this nobody can tell floors: what passes a metre in front of the wall is seen 2.3 m too high.
    /// </summary>
    private const double SteepestRoof = 66;

    /// <summary>A tower and its camera. Each try of a clip draws another.</summary>
    public static (SceneCamera Camera, Tower Tower) Draw(SeededRandom random, int width, int height)
    {
        var building = new Building(random.Whole(6, 33), random.Between(2.8, 3.2));
        var lens = random.Between(1, 6);
        var roof = random.Between(38, SteepestRoof);
        var distance = Math.Clamp((building.Height - lens) / Math.Tan(roof * Degree), 8, 60);
        roof = Math.Atan2(building.Height - lens, distance) / Degree;
        var top = random.Chance(0.2) ? roof - random.Between(1, 5) : roof + random.Between(2, 6);
        var bottom = Math.Min(random.Between(-8, 12), roof - 26);
        var tilt = Math.Clamp((top + bottom) / 2, 15, 55);
        var view = Math.Clamp(2 * (top - tilt), 28, 74);
        var placement = new CameraPlacement(tilt, lens, distance, CameraPlacement.FocalLengthOf(view));
        var yaw = random.Chance(0.35) ? random.Between(-1.5, 1.5) : 0;
        var camera = new SceneCamera(placement, yaw, width, height);
        return (camera, DrawTower(random, camera, building));
    }

    private const double Degree = Math.PI / 180;

    private static Tower DrawTower(SeededRandom random, SceneCamera camera, Building building)
    {
        // As wide as the picture shows at a quarter of the height, with some air beside it.
        var (_, _, scale) = camera.See(camera.Aim, building.Height / 4, 0);
        var room = camera.Width / scale * random.Between(0.55, 0.95);
        var bayWidth = random.Between(2.7, 4.2);
        var count = Math.Clamp((int)(room / bayWidth), 3, 14);
        var bays = new BayKind[count];
        var glass = random.Chance(0.4) ? random.Whole(0, count - 1) : -1;
        var balconies = random.Chance(0.6) ? random.Whole(2, 4) : int.MaxValue;
        var conditioners = random.Whole(2, 3);
        for (var i = 0; i < count; i++)
        {
            // Mirror symmetry, as in most plans.
            var from = Math.Min(i, count - 1 - i);
            bays[i] = i == glass ? BayKind.Glass
                : from % balconies == balconies - 1 ? BayKind.Balcony
                : from % conditioners == 0 ? BayKind.Conditioner
                : BayKind.Window;
        }

        var left = camera.Aim - (bayWidth * count / 2) + random.Between(-0.06, 0.06) * room;
        return new Tower(
            building, left, bayWidth, bays, random.Between(105, 205), random.Chance(0.35), random.Between(170, 250), random.Whole(1, 1 << 20));
    }
}
