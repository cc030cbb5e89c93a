namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

/// <summary>Draws what lies between a scene and its stream: shutter, shake, light and noise; mild in a clip of falls, strong in some others.</summary>
internal sealed class SceneAir
{
    private readonly double _sigma;
    private readonly double _blocking;
    private readonly int _group;

    public SceneAir(SeededRandom random, SyntheticKind kind, bool calm, double framesPerSecond)
    {
        var strong = kind == SyntheticKind.Nuisance;
        Shutter = Math.Min(random.LogBetween(0.001, 0.02), 0.9 / framesPerSecond);
        var seed = random.Whole(1, 1 << 20);
        Shake = calm || random.Chance(strong ? 0.4 : 0.55)
            ? CameraShake.None
            : new CameraShake(random.Between(0.1, strong ? 2 : 0.7), random.Between(0.4, 5), strong && random.Chance(0.4) ? random.Between(0.5, 3) : 0, seed);
        Light = calm ? LightCourse.Steady : new LightCourse(random.Between(0, 0.05), strong && random.Chance(0.3) ? random.Between(0.08, 0.4) : 0, seed + 1);
        (_sigma, _blocking) = calm ? (0, 0) : (random.Between(1, 4), random.Chance(0.35) ? random.Between(0.5, 1.6) : 0);
        _group = (int)(framesPerSecond * random.Between(1, 2.5));
    }

    /// <summary>How long the shutter is open, seconds.</summary>
    public double Shutter { get; }

    public CameraShake Shake { get; }

    public LightCourse Light { get; }

    /// <summary>The noise of a picture; compression smooths most of the sensor's away.</summary>
    public SensorNoise Noise(SeededRandom random, int width) =>
        new(random, width, _blocking > 0 ? Math.Max(0.8, 0.6 * _sigma) : _sigma, _blocking, _group);
}
