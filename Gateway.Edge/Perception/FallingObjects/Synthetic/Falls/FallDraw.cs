using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Falls;

/// <summary>Draws how one thing leaves a tower, and says whether a camera can be asked to see it.</summary>
/// <param name="camera">Who looks.</param>
/// <param name="tower">Where it falls.</param>
internal sealed class FallDraw(SceneCamera camera, Tower tower)
{
    /// <summary>A fall that shows fewer is not one of ours.</summary>
    public const double LeastFloors = 3;

    private const double Smallest = 0.03;
    private const double Largest = 1.3;

    /// <summary>A place where somebody stands; null for one that the picture does not show well enough.</summary>
    /// <param name="random">Decides everything.</param>
    /// <param name="size">Apparent size where it leaves, pixels.</param>
    public FallPlan? Draw(SeededRandom random, double size)
    {
        var roof = random.Chance(0.15);
        var bay = random.Whole(0, tower.Bays.Count - 1);
        if (tower.Bays[bay] == BayKind.Glass && !roof)
        {
            return null;
        }

        var floor = roof ? tower.Building.Floors + 1 : random.Whole(3, tower.Building.Floors);
        var y = ((floor - 1) * tower.Building.FloorHeight) + (roof ? random.Between(1.0, 1.5) : random.Between(0.8, 1.5));
        var x = tower.Left + ((bay + random.Between(0.28, 0.72)) * tower.BayWidth);
        var offset = tower.Bays[bay] == BayKind.Balcony && !roof
            ? Tower.BalconyDepth + random.Between(0.1, 0.5)
            : random.Between(0.2, 0.6) + random.Between(0, 0.4);
        return Leave(random, size, (x, y, offset), floor, bay);
    }

    /// <summary>Another thing from the same hands.</summary>
    public FallPlan? Again(SeededRandom random, double size, FallPlan first)
    {
        var (x, y, offset) = first.From;
        return Leave(random, size, (x + random.Between(-0.3, 0.3), y + random.Between(-0.2, 0.2), offset), first.Floor, first.Bay);
    }

    private FallPlan? Leave(SeededRandom random, double size, (double X, double Y, double Offset) from, int floor, int bay)
    {
        var thrown = random.Chance(0.35);
        var inward = Math.Sign((tower.Left + tower.Right - (2 * from.X)) + 1e-9);
        (double X, double Y, double Offset) speed = thrown
            ? (random.Between(1, 6) * (random.Chance(0.7) ? inward : -inward), random.Chance(0.3) ? random.Between(0, 1.5) : 0, random.Between(0.5, 4))
            : (random.Between(-0.7, 0.7), 0, random.Between(0, 0.3));
        var (px, py, scale) = camera.See(from.X, from.Y, from.Offset);
        var length = size / scale;
        if (px < 8 || px > camera.Width - 8 || py < 8 || py > camera.Height - 8 || length is < Smallest or > Largest)
        {
            return null;
        }

        var motion = new FallMotion(from, speed, random.LogBetween(8, 60));
        return Seen(motion, py) ? new FallPlan(from, speed, floor, bay, thrown, length, scale, motion) : null;
    }

    /// <summary>Whether at least three floors of its way are in the picture and before the tower, and it keeps away from the lens.</summary>
    private bool Seen(FallMotion motion, double top)
    {
        var last = top;
        for (double t = 0; t < motion.Lands; t += 0.05)
        {
            var (x, y, offset) = motion.At(t);
            var (px, py, _) = camera.See(x, y, offset);
            if (offset > 0.45 * camera.Placement.Distance)
            {
                return false;
            }

            if (px < 2 || px > camera.Width - 2 || py > camera.Height - 2 || x < tower.Left || x > tower.Right)
            {
                break;
            }

            last = py;
        }

        var (_, high) = camera.Facade(camera.Width / 2.0, top);
        var (_, low) = camera.Facade(camera.Width / 2.0, last);
        return (high - low) / tower.Building.FloorHeight >= LeastFloors;
    }
}
