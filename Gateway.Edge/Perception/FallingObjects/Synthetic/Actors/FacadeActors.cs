using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;

/// <summary>Draws what moves on the facade itself. Strengths are 0..1; 0 is absent.</summary>
internal sealed class FacadeActors(SeededRandom random, ScenePlace place)
{
    private readonly Tower _tower = place.Tower;

    public IEnumerable<ISceneActor> Lamps(double strength) =>
        Many(strength, 12, () => new WindowLight(AnyWindow(), random.Between(150, 245), random.Between(3, 12), Seed()));

    public IEnumerable<ISceneActor> Curtains(double strength) =>
        Many(strength, 6, () => new Curtain(AnyWindow(), random.Between(90, 215), random.Chance(0.4), random.Between(4, 14), Seed()));

    public IEnumerable<ISceneActor> Sweeps(double strength) =>
        Many(strength, 3, () => new LightSweep(place.Backdrop, random.Between(3, 10), 15 + (80 * strength), place.Unit, Seed()));

    public IEnumerable<ISceneActor> Lift(double strength) =>
        Many(strength, 2, () =>
        {
            var glass = Enumerable.Range(0, _tower.Bays.Count).FirstOrDefault(bay => _tower.Bays[bay] == BayKind.Glass, -1);
            var x = _tower.Left + (((glass < 0 ? AnyBay() : glass) + random.Between(0.3, 0.7)) * _tower.BayWidth);
            return new Lift(place.Camera, _tower, x, random.Between(1, 2.5), random.Between(160, 245), Seed());
        });

    public IEnumerable<ISceneActor> Gondola(double strength) =>
        Many(Math.Min(strength, 0.9), 1, () => new Gondola(
            place.Camera, _tower, _tower.Left + random.Between(1.5, _tower.Right - _tower.Left - 1.5), random.Between(0.12, 0.5),
            random.Between(0, _tower.Building.Height), Seed()));

    public IEnumerable<ISceneActor> Laundry(double strength) =>
        Many(strength, 10, () =>
        {
            var (left, bottom, right, top) = _tower.Window(AnyBay(), AnyStorey());
            var (width, height) = (random.Between(0.35, 1.1), random.Between(0.4, 1.3));
            var x = random.Between(left, right - (width / 2));
            var patch = FacadePatch.Of(place.Camera, x, top - 0.3 - height, x + width, top - 0.3, Tower.BalconyDepth);
            var (hertz, swing) = (random.Between(0.25, 0.3 + (1.5 * strength)), random.Between(0.1, 0.15 + (0.4 * strength)));
            return new Laundry(patch, random.Between(25, 235), swing * patch.Height, hertz, Seed());
        });

    public IEnumerable<ISceneActor> Residents(double strength) =>
        Many(strength, 6, () =>
        {
            var (bay, storey) = (AnyBay(), AnyStorey());
            var (left, bottom, right, _) = _tower.Window(bay, storey);
            var (x, y, metre) = place.Camera.See((left + right) / 2, bottom + 0.35, 0.2);
            return new Resident(x, y, metre, random.Between(25, 225), 0.4 + strength, Seed());
        });

    private static IEnumerable<ISceneActor> Many(double strength, int most, Func<ISceneActor> draw)
    {
        for (var count = (int)Math.Ceiling(strength * most); count > 0; count--)
        {
            yield return draw();
        }
    }

    private FacadePatch AnyWindow() => place.Window(AnyBay(), AnyStorey());

    private int AnyBay() => random.Whole(0, _tower.Bays.Count - 1);

    private int AnyStorey() => random.Whole(1, _tower.Building.Floors - 1);

    private int Seed() => random.Whole(1, 1 << 20);
}
