using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Scene;

public class HappeningsTests
{
    [Fact]
    public void One_follows_the_other_without_a_gap()
    {
        var happenings = new Happenings(4, 7);
        var (first, since) = happenings.At(0);
        for (double t = 0; t < 40; t += 0.1)
        {
            var (number, now) = happenings.At(t);
            Assert.InRange(now, 0, 4);
            Assert.Equal(t + since, ((number - first) * 4) + now, 1e-9);
        }
    }

    [Fact]
    public void Each_is_different_and_stays_as_it_is()
    {
        var happenings = new Happenings(4, 7);
        var draws = Enumerable.Range(0, 50).Select(number => happenings.Draw(number, 1, 10, 20)).ToList();
        Assert.All(draws, draw => Assert.InRange(draw, 10, 20));
        Assert.True(draws.Distinct().Count() > 45);
        Assert.Equal(draws[9], happenings.Draw(9, 1, 10, 20));
        Assert.InRange(Enumerable.Range(0, 1000).Count(number => happenings.Chance(number, 2, 0.3)), 230, 370);
    }
}
