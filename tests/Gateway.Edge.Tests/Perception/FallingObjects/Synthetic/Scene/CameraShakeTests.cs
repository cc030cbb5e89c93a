using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Scene;

public class CameraShakeTests
{
    [Fact]
    public void Even_the_worst_shake_stays_within_the_rim()
    {
        var shake = new CameraShake(3, 5, 3, 4);
        for (double t = 0; t < 60; t += 0.01)
        {
            var (x, y) = shake.At(t);
            Assert.InRange(Math.Max(Math.Abs(x), Math.Abs(y)), 0, Backdrop.Rim - 1);
        }
    }

    [Fact]
    public void Trembling_moves_by_as_much_as_was_asked_for()
    {
        var shake = new CameraShake(2, 3, 0, 4);
        var most = Enumerable.Range(0, 2000).Max(i => Math.Abs(shake.At(i * 0.01).X));
        Assert.InRange(most, 1.0, 2.0);
    }

    [Fact]
    public void A_bump_swings_and_dies_away()
    {
        var shake = new CameraShake(0, 1, 3, 4);
        var way = Enumerable.Range(0, 3000).Select(i => Math.Abs(shake.At(i * 0.01).Y)).ToArray();
        Assert.InRange(way.Max(), 1.5, 3);
        Assert.True(way.Count(y => y < 0.1) > way.Length / 2);
    }

    [Fact]
    public void A_resting_camera_rests() => Assert.Equal((0, 0), CameraShake.None.At(12.3));
}
