using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Falls;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic;

/// <summary>Composes a clip from its seed: draws scenes until one shows what it should.</summary>
internal sealed class SyntheticComposer(int seed, SyntheticKind kind, SyntheticOptions options)
{
    /// <summary>What is drawn after so many tries has bounds that contradict each other.</summary>
    private const int MostTries = 400;

    /// <summary>A detector must have learned the background before anything falls, seconds.</summary>
    private const double Quiet = 2;

    /// <summary>The clip goes on after the last fall, seconds.</summary>
    private const double Rest = 1;

    private readonly SeededRandom _random = new((ulong)seed ^ (kind == SyntheticKind.Fall ? 0x5EEDFA11UL : 0x5EED0BADUL) << 32);
    private int _width;
    private int _height;
    private double _size;

    public SyntheticClip Compose()
    {
        (_width, _height) = Picture();
        _size = options.Size ?? (_random.Chance(0.2) ? _random.Between(2, SyntheticFall.SmallBelow) : _random.Between(SyntheticFall.SmallBelow, 30));
        ArgumentOutOfRangeException.ThrowIfLessThan(_size, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_size, 30);
        for (var i = 0; i < MostTries; i++)
        {
            if (Try(_random.Fork(i)) is { } clip)
            {
                return clip;
            }
        }

        throw new InvalidOperationException($"No scene of {_width} x {_height} shows a thing of {_size:0.0} pixels falling (seed {seed}).");
    }

    private (int Width, int Height) Picture()
    {
        var drawn = _random.Pick((1280, 720), (1280, 720), (1280, 720), (960, 540), (1920, 1080));
        var (width, height) = (options.Width ?? drawn.Item1, options.Height ?? drawn.Item2);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 160);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 3840);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 120);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, 2160);
        return (width, height);
    }

    private SyntheticClip? Try(SeededRandom random)
    {
        var (camera, tower) = SceneLayout.Draw(random.Fork(1), _width, _height);
        var plans = kind == SyntheticKind.Fall ? Plans(random.Fork(2), new FallDraw(camera, tower)) : [];
        if (plans is null)
        {
            return null;
        }

        var drawn = random.Fork(3);
        var rate = options.FramesPerSecond ?? drawn.Pick<double>(15, 20, 25, 25, 30);
        var wanted = options.Duration?.TotalSeconds ?? drawn.Between(6, 8);
        var needed = plans.Count == 0 ? 0 : plans.Max(plan => plan.Left + plan.Plan.Motion.Lands) + Rest;
        var clock = new FrameClock(random.Fork(4), rate, TimeSpan.FromSeconds(Math.Max(wanted, needed)), options.Calm);
        var air = new SceneAir(random.Fork(5), kind, options.Calm, rate);
        var backdrop = new Backdrop(camera, tower);
        if (Falls(new FallCast(camera, tower, backdrop, air.Shake, clock), random, plans, air.Shutter) is not var (falls, shutter))
        {
            return null;
        }

        List<SyntheticFall> truth = [.. falls.Select(fall => fall.Truth).OrderBy(fall => fall.Left)];
        var things = falls.Select(fall => fall.Thing);
        var cast = new SceneCast(random.Fork(7), kind, new ScenePlace(camera, tower, backdrop, shutter), truth);
        IReadOnlyList<ISceneActor> actors = options.Calm ? [.. things] : cast.Draw(things);
        var scene = new SyntheticScene(backdrop, air.Shake, air.Light, air.Noise(random.Fork(8), _width), actors);
        var view = new FallView(
            _width, _height, SyntheticClip.RegionOf(camera, tower), [], FacadeCalibration.FromPlacement(camera.Measured, tower.Building), tower.Bays.Count);
        return new SyntheticClip(seed, kind, scene, clock, view, camera.Measured, truth);
    }

    /// <summary>Mostly one thing; now and then several in a row from the same hands, or two at a time.</summary>
    private List<(FallPlan Plan, double Left)>? Plans(SeededRandom random, FallDraw draw)
    {
        var left = Quiet + random.Between(0, 1);
        if (draw.Draw(random, _size) is not { } first)
        {
            return null;
        }

        List<(FallPlan, double)> plans = [(first, left)];
        var kindOf = random.Unit();
        for (var more = kindOf < 0.09 ? random.Whole(1, 3) : kindOf < 0.14 ? 1 : 0; more > 0; more--)
        {
            var size = Math.Clamp(_size * random.Between(0.8, 1.25), _size < SyntheticFall.SmallBelow ? 2 : SyntheticFall.SmallBelow, _size < SyntheticFall.SmallBelow ? 3.49 : 30);
            left += kindOf < 0.09 ? random.Between(0.5, 1.5) : random.Between(0, 0.3);
            if ((kindOf < 0.09 ? draw.Again(random, size, first) : draw.Draw(random, size)) is not { } next)
            {
                return null;
            }

            plans.Add((next, left));
        }

        return plans;
    }

    /// <summary>The shutter is as long as drawn, but for things that so long a streak would hide.</summary>
    private static (List<(FallingThing Thing, SyntheticFall Truth)> Falls, double Shutter)? Falls(
        FallCast cast, SeededRandom random, List<(FallPlan Plan, double Left)> plans, double shutter)
    {
        for (; shutter >= FallCast.Shortest; shutter /= 1.5)
        {
            var falls = plans.Index().Select(plan => cast.Cast(random.Fork(100 + plan.Index), plan.Item.Plan, plan.Item.Left, shutter)).ToList();
            if (falls.TrueForAll(fall => fall is not null))
            {
                return (falls.ConvertAll(fall => fall!.Value), shutter);
            }
        }

        return null;
    }
}
