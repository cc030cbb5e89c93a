using Gateway.Edge.Perception.FallingObjects.Synthetic;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Scene;

public class SceneAirTests
{
    [Fact]
    public void Shutters_are_those_of_cameras_by_day() =>
        Assert.All(Airs(SyntheticKind.Fall), air => Assert.InRange(air.Shutter, 0.00099, 0.0201));

    [Fact]
    public void Beside_falls_cameras_tremble_by_less_than_a_pixel_and_never_expose_anew()
    {
        Assert.All(Airs(SyntheticKind.Fall), air => Assert.InRange(Shake(air), 0, 0.71));
        Assert.All(Airs(SyntheticKind.Fall), air => Assert.InRange(Swing(air), 0, 0.1));
    }

    [Fact]
    public void Without_falls_some_shake_by_pixels_and_some_expose_anew()
    {
        var airs = Airs(SyntheticKind.Nuisance).ToList();
        Assert.InRange(airs.Count(air => Shake(air) > 1), 10, 90);
        Assert.InRange(airs.Count(air => Swing(air) > 0.1), 8, 60);
    }

    [Fact]
    public void Noise_is_one_to_four_levels_and_some_streams_show_blocks()
    {
        var noises = Airs(SyntheticKind.Fall).Select(air => air.Noise(new SeededRandom(1), 64)).ToList();
        Assert.All(noises, noise => Assert.InRange(noise.Sigma, 0.8, 4));
        Assert.InRange(noises.Count(noise => noise.Blocking > 0), 15, 55);
    }

    [Fact]
    public void Calm_air_adds_nothing()
    {
        var air = new SceneAir(new SeededRandom(1), SyntheticKind.Nuisance, calm: true, 25);
        Assert.Equal((0, 0.0), (Shake(air), air.Noise(new SeededRandom(1), 64).Sigma));
        Assert.Equal(0, Swing(air));
    }

    private static IEnumerable<SceneAir> Airs(SyntheticKind kind) =>
        Enumerable.Range(1, 100).Select(seed => new SceneAir(new SeededRandom((ulong)seed), kind, calm: false, 25));

    private static double Shake(SceneAir air) =>
        Enumerable.Range(0, 800).Select(i => air.Shake.At(i * 0.05)).Max(way => Math.Max(Math.Abs(way.X), Math.Abs(way.Y)));

    private static double Swing(SceneAir air)
    {
        var gains = Enumerable.Range(0, 800).Select(i => air.Light.GainAt(i * 0.05)).ToList();
        return gains.Max() - gains.Min();
    }
}
