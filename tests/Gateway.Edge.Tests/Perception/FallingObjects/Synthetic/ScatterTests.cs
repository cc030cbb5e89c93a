using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic;

public class ScatterTests
{
    [Fact]
    public void Neighbours_have_nothing_to_do_with_each_other()
    {
        var (sum, product) = (0.0, 0.0);
        for (var i = 0; i < 10_000; i++)
        {
            sum += Scatter.Unit(i, 4, 9);
            product += (Scatter.Unit(i, 4, 9) - 0.5) * (Scatter.Unit(i + 1, 4, 9) - 0.5);
        }

        Assert.Equal(0.5, sum / 10_000, 0.02);
        Assert.Equal(0, product / 10_000, 0.005);
    }

    [Fact]
    public void Clouds_have_no_steps()
    {
        for (var x = -3f; x < 3; x += 0.01f)
        {
            Assert.InRange(Math.Abs(Scatter.Cloud(x, 1.3f, 5) - Scatter.Cloud(x + 0.01f, 1.3f, 5)), 0, 0.02f);
        }
    }

    [Fact]
    public void Wandering_stays_within_one()
    {
        var way = Enumerable.Range(0, 5_000).Select(i => Scatter.Wander(i * 0.01, 0.5, 3)).ToList();
        Assert.InRange(way.Max(), 0.5, 1);
        Assert.InRange(way.Min(), -1, -0.5);
    }
}
