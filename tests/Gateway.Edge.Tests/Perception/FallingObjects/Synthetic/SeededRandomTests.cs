using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic;

public class SeededRandomTests
{
    [Fact]
    public void A_seed_decides_the_course_and_a_fork_has_its_own()
    {
        var (one, again) = (new SeededRandom(7), new SeededRandom(7));
        Assert.Equal(one.Fork(1).Next(), again.Fork(1).Next());
        Assert.NotEqual(one.Fork(1).Next(), one.Fork(2).Next());
        Assert.Equal(one.Next(), again.Next());
        Assert.NotEqual(new SeededRandom(7).Next(), new SeededRandom(8).Next());
    }

    [Fact]
    public void Draws_fill_their_range_evenly()
    {
        var random = new SeededRandom(1);
        var units = Enumerable.Range(0, 20_000).Select(_ => random.Unit()).ToList();
        Assert.Equal(0.5, units.Average(), 0.01);
        Assert.All(units.CountBy(unit => (int)(unit * 10)), part => Assert.InRange(part.Value, 1_800, 2_200));
        var whole = Enumerable.Range(0, 6_000).Select(_ => random.Whole(3, 5)).CountBy(number => number).ToDictionary();
        Assert.Equal([3, 4, 5], whole.Keys.Order());
        Assert.All(whole.Values, count => Assert.InRange(count, 1_800, 2_200));
    }

    [Fact]
    public void Normal_draws_have_mean_nought_and_deviation_one()
    {
        var random = new SeededRandom(1);
        var draws = Enumerable.Range(0, 20_000).Select(_ => random.Normal()).ToList();
        Assert.Equal(0, draws.Average(), 0.03);
        Assert.Equal(1, Math.Sqrt(draws.Average(draw => draw * draw)), 0.03);
    }
}
