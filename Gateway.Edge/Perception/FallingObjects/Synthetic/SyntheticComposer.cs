using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Falls;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic;

/// <summary>Composes a clip from its seed: draws scenes until one shows what it should.</summary>
internal sealed class SyntheticComposer
{
    /// <summary>What is not found in so many tries has options that contradict each other.</summary>
    private const int MostTries = 400;

    /// <summary>A detector must have learned the background before anything falls, seconds.</summary>
    private const double Quiet = 2;

    /// <summary>The clip goes on after the last fall, seconds.</summary>
    private const double Rest = 1;

    /// <summary>The share of clips in which several things leave the same hands one after the other.</summary>
    private const double InARow = 0.09;

    /// <summary>The share of clips in which two things fall at a time.</summary>
    private const double AtATime = 0.05;

    private readonly int _seed;
    private readonly SyntheticKind _kind;
    private readonly SyntheticOptions _options;
    private readonly SeededRandom _random;
    private readonly int _width;
    private readonly int _height;
    private readonly double _size;

    /// <exception cref="ArgumentOutOfRangeException">Options beyond their bounds.</exception>
    public SyntheticComposer(int seed, SyntheticKind kind, SyntheticOptions options)
    {
        if (options is { Size: < 2 or > 30 } or { Width: < 160 or > 3840 } or { Height: < 120 or > 2160 } or { FramesPerSecond: < 1 or > 60 })
        {
            throw new ArgumentOutOfRangeException(nameof(options), options, "Size 2..30, width 160..3840, height 120..2160, frames per second 1..60.");
        }

        (_seed, _kind, _options) = (seed, kind, options);
        _random = new SeededRandom((ulong)seed ^ ((kind == SyntheticKind.Fall ? 0x5EEDFA11UL : 0x5EED0BADUL) << 32));
        var (width, height) = _random.Pick((1280, 720), (1280, 720), (1280, 720), (960, 540), (1920, 1080));
        (_width, _height) = (options.Width ?? width, options.Height ?? height);
        _size = options.Size ?? (_random.Chance(0.2) ? _random.Between(2, SyntheticFall.SmallBelow) : _random.Between(SyntheticFall.SmallBelow, 30));
    }

    public SyntheticClip Compose()
    {
        for (var i = 0; i < MostTries; i++)
        {
            if (Try(_random.Fork(i)) is { } clip)
            {
                return clip;
            }
        }

        throw new InvalidOperationException($"No scene of {_width} x {_height} shows a thing of {_size:0.0} pixels falling (seed {_seed}).");
    }

    private SyntheticClip? Try(SeededRandom random)
    {
        var (camera, tower) = SceneLayout.Draw(random.Fork(1), _width, _height);
        var plans = _kind == SyntheticKind.Fall ? Plans(random.Fork(2), new FallDraw(camera, tower)) : [];
        if (plans is null)
        {
            return null;
        }

        var drawn = random.Fork(3);
        var rate = _options.FramesPerSecond ?? drawn.Pick<double>(15, 20, 25, 25, 30);
        var wanted = _options.Duration?.TotalSeconds ?? drawn.Between(6, 8);
        var needed = plans.Count == 0 ? 0 : plans.Max(plan => plan.Left + plan.Plan.Motion.Lands) + Rest;
        var clock = new FrameClock(random.Fork(4), rate, TimeSpan.FromSeconds(Math.Max(wanted, needed)), _options.Calm);
        var air = new SceneAir(random.Fork(5), _kind, _options.Calm, rate);
        var backdrop = new Backdrop(camera, tower);
        if (Falls(new FallCast(camera, tower, backdrop, air.Shake, clock), random, plans, air.Shutter) is not var (falls, shutter))
        {
            return null;
        }

        List<SyntheticFall> truth = [.. falls.Select(fall => fall.Truth).OrderBy(fall => fall.Left)];
        var things = falls.Select(fall => fall.Thing);
        var cast = new SceneCast(random.Fork(7), _kind, new ScenePlace(camera, tower, backdrop, shutter), truth);
        IReadOnlyList<ISceneActor> actors = _options.Calm ? [.. things] : cast.Draw(things);
        var scene = new SyntheticScene(backdrop, air.Shake, air.Light, air.Noise(random.Fork(8), _width), actors);
        var view = new FallView(
            _width, _height, SyntheticClip.RegionOf(camera, tower), [], FacadeCalibration.FromPlacement(camera.Measured, tower.Building), tower.Bays.Count);
        return new SyntheticClip(_seed, _kind, scene, clock, view, camera.Measured, truth);
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
        var lot = random.Unit();
        for (var more = lot < InARow ? random.Whole(1, 3) : lot < InARow + AtATime ? 1 : 0; more > 0; more--)
        {
            left += lot < InARow ? random.Between(0.5, 1.5) : random.Between(0, 0.3);
            var size = Like(random.Between(0.8, 1.25));
            if ((lot < InARow ? draw.Again(random, size, first) : draw.Draw(random, size)) is not { } next)
            {
                return null;
            }

            plans.Add((next, left));
        }

        return plans;
    }

    /// <summary>Another size that counts as the same class: one of 2-3 pixels, or a larger one.</summary>
    private double Like(double ratio)
    {
        var small = _size < SyntheticFall.SmallBelow;
        return Math.Clamp(_size * ratio, small ? 2 : SyntheticFall.SmallBelow, small ? SyntheticFall.SmallBelow - 0.01 : 30);
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
