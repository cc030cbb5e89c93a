using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Falls;

/// <summary>
/// Chooses looks, shutter and contrast so that a fall is hard but fair: in most of its frames its densest pixel differs by at least
/// <see cref="LeastContrast"/> levels from what is behind it, its motion's blur included.
/// </summary>
internal sealed class FallCast(SceneCamera camera, Tower tower, Backdrop backdrop, CameraShake shake, FrameClock clock)
{
    /// <summary>Levels.</summary>
    public const double LeastContrast = 18;

    /// <summary>The share of its frames that must have it.</summary>
    public const double LeastShare = 0.6;

    /// <summary>1/1000 s, the shortest shutter.</summary>
    public const double Shortest = 0.001;

    private readonly Exposure _exposure = new();

    /// <summary>A thing to paint and what is true about it; null where no look makes it fair.</summary>
    /// <param name="random">Decides everything.</param>
    /// <param name="plan">How it leaves.</param>
    /// <param name="left">When it leaves, the stream's seconds.</param>
    /// <param name="shutter">How long the shutter is open, seconds.</param>
    public (FallingThing Thing, SyntheticFall Truth)? Cast(SeededRandom random, FallPlan plan, double left, double shutter)
    {
        var size = plan.Length * plan.Scale;
        var aspect = size < 3 ? random.Between(1, 1.5) : random.Between(1, 3);
        var look = new ThingLook(
            plan.Length, aspect, random.Between(0, Math.PI), random.Normal() * 4, size > 5 && random.Chance(0.4), 0);
        var mirror = MirrorOf(random, plan);
        var path = Path(new FallingThing(camera, plan.Motion, look, left, shutter, null, _exposure));
        if (path.Count < 4)
        {
            return null;
        }

        var plain = new FallingThing(camera, plan.Motion, look, left, shutter, null, _exposure);
        var places = path.ConvertAll(point => (Behind: Behind(point), Density: plain.Density(clock.TimeOf(clock.SourceOf((int)point.Frame)).TotalSeconds)));
        if (LevelFor(random, places) is not { } level)
        {
            return null;
        }

        var contrasts = places.ConvertAll(place => Contrast(level, place)).Order().ToList();
        var truth = new SyntheticFall(
            path, TimeSpan.FromSeconds(left), plan.Floor, plan.From.Y, plan.Bay + 1, plan.From.Offset, size, plan.Length, plan.Motion.TerminalSpeed,
            plan.Speed.X, plan.Speed.Offset, plan.Thrown, contrasts[contrasts.Count / 2], mirror is not null);
        return (new FallingThing(camera, plan.Motion, look with { Level = level }, left, shutter, mirror, _exposure), truth);
    }

    private static double Contrast(double level, (double Behind, double Density) place) =>
        (level - place.Behind) * place.Density * LightCourse.Plain;

    /// <summary>A level as far from the backdrop as drawn; farther, or on the other side of it, where that is not enough.</summary>
    private static double? LevelFor(SeededRandom random, List<(double Behind, double Density)> places)
    {
        var usual = places.Select(place => place.Behind).Order().ElementAt(places.Count / 2);
        var side = random.Chance(0.6) ? -1 : 1;
        for (var distance = random.LogBetween(22, 130); distance < 400; distance *= 1.2)
        {
            foreach (var sign in (ReadOnlySpan<int>)[side, -side])
            {
                var level = Math.Clamp(usual + (sign * distance), 8, 250);
                if (places.Count(place => Math.Abs(Contrast(level, place)) >= LeastContrast) >= LeastShare * places.Count)
                {
                    return level;
                }
            }
        }

        return null;
    }

    private List<FallPoint> Path(FallingThing thing)
    {
        var path = new List<FallPoint>();
        for (var frame = 0; frame < clock.Count; frame++)
        {
            var seconds = clock.TimeOf(clock.SourceOf(frame)).TotalSeconds;
            var (shakeX, shakeY) = shake.At(seconds);
            if (thing.Box(seconds, shakeX, shakeY) is { } box)
            {
                path.Add(new FallPoint(
                    frame, clock.TimeOf(frame), (box.Left + box.Right) / 2, (box.Top + box.Bottom) / 2, box.Right - box.Left, box.Bottom - box.Top));
            }
        }

        return path;
    }

    private double Behind(FallPoint point) => backdrop.Mean(
        point.X - (point.Width / 2), point.Y - (point.Height / 2), point.X + (point.Width / 2), point.Y + (point.Height / 2));

    /// <summary>Even glass mirrors what falls before it; a slanting pane what falls beside it.</summary>
    private Mirror? MirrorOf(SeededRandom random, FallPlan plan)
    {
        var strength = random.Between(0.25, 0.6);
        var nearest = Enumerable.Range(-1, 3).FirstOrDefault(step => IsGlass(plan.Bay + step), 9);
        return nearest == 9 ? null : new Mirror(tower, nearest * tower.BayWidth * random.Between(0.6, 1), strength);
    }

    private bool IsGlass(int bay) => bay >= 0 && bay < tower.Bays.Count && tower.Bays[bay] == BayKind.Glass;
}
