using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;

/// <summary>Draws what moves between the facade and the lens. Strengths are 0..1; 0 is absent.</summary>
internal sealed class AirActors(SeededRandom random, ScenePlace place, IReadOnlyList<SyntheticFall> falls)
{
    /// <summary>A tree keeps so far from where something falls, pixels.</summary>
    private const double Clear = 25;

    public IEnumerable<ISceneActor> Rain(double strength) => strength == 0 ? [] :
        [new Rain(place.Camera, place.Shutter, (int)(20 + (380 * strength)), 0.15 + (0.7 * strength), random.Normal() * 1.2, Seed())];

    public IEnumerable<ISceneActor> Snow(double strength) => strength == 0 ? [] :
        [new Snow(place.Camera, (int)(30 + (320 * strength)), 0.3 + (0.6 * strength), random.Normal() * 0.5, Seed())];

    public IEnumerable<ISceneActor> Clouds(double strength) => strength == 0 ? [] :
        [new CloudShadow(random.Fork(3), place.Camera.Width, 0.08 + (0.35 * strength))];

    public IEnumerable<ISceneActor> Birds(double strength) => Many(strength, 3, () => new Bird(random.Between(4, 14), place.Unit, Seed()));

    public IEnumerable<ISceneActor> Insects(double strength) =>
        Many(strength, 2, () => new Insect(random.Between(2.5, 8), place.Shutter, place.Unit, Seed()));

    public IEnumerable<ISceneActor> Cars(double strength) => Many(strength, 2, () => new Car(random.Between(4, 12), place.Unit, Seed()));

    public IEnumerable<ISceneActor> Drifters(double strength) => Many(strength, 3, () => random.Whole(0, 2) switch
    {
        0 => new Drifter(place.Camera, place.Tower, 0, random.Between(-1, 1), 1.2, 0.25, random.Between(20, 90), Seed()), // drone
        1 => new Drifter(place.Camera, place.Tower, random.Between(0.6, 2), random.Between(-0.8, 0.8), 0.6, 0.15, random.Between(30, 230), Seed()), // balloon
        _ => new Drifter(place.Camera, place.Tower, random.Between(-0.9, 0.6), random.Between(-2, 2), 2, 0.18, random.Between(150, 240), Seed()), // bag
    });

    /// <summary>At one or both sides; those that reach over a fall's way are narrower, or absent.</summary>
    public IEnumerable<ISceneActor> Trees(double strength)
    {
        var camera = place.Camera;
        var first = falls.SelectMany(fall => fall.Path).Select(point => point.X - (point.Width / 2)).DefaultIfEmpty(camera.Width).Min() - Clear;
        var last = falls.SelectMany(fall => fall.Path).Select(point => point.X + (point.Width / 2)).DefaultIfEmpty(0).Max() + Clear;
        var (left, right) = (random.Chance(0.7), random.Chance(0.7));
        for (var side = 0; side < 2 && strength > 0; side++)
        {
            var wanted = camera.Width * random.Between(0.1, 0.16 + (0.2 * strength));
            var width = (int)Math.Min(wanted, side == 0 ? first : camera.Width - last);
            var height = (int)(camera.Height * random.Between(0.35, 1.1));
            if ((side == 0 ? left : right || !left) && width > 40)
            {
                var beyond = width / 4;
                yield return new Tree(
                    random.Fork(10 + side), side == 0 ? -beyond : camera.Width - width, camera.Height - (int)(0.85 * height), width + beyond, height,
                    place.Unit * random.Between(2.5, 6), place.Unit * (1 + (14 * strength)));
            }
        }
    }

    private static IEnumerable<ISceneActor> Many(double strength, int most, Func<ISceneActor> draw)
    {
        for (var count = (int)Math.Ceiling(strength * most); count > 0; count--)
        {
            yield return draw();
        }
    }

    private int Seed() => random.Whole(1, 1 << 20);
}
