using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Scene;

public class TowerTests
{
    private readonly Tower _tower = Scenes.Small().Tower;

    [Theory]
    [InlineData(-10.4, 0)]
    [InlineData(-7.4, 1)]
    [InlineData(0, 3)]
    [InlineData(10.4, 6)]
    [InlineData(-11, -1)]
    [InlineData(11, 7)]
    public void Columns_are_of_one_width(double x, int bay) => Assert.Equal(bay, _tower.BayAt(x));

    [Fact]
    public void Only_the_column_of_glass_is_glass_between_the_ground_floor_and_the_roof()
    {
        Assert.True(_tower.IsGlass(0, 10));
        Assert.False(_tower.IsGlass(3, 10));
        Assert.False(_tower.IsGlass(0, 1));
        Assert.False(_tower.IsGlass(0, 28));
        Assert.False(_tower.IsGlass(40, 10));
    }

    [Fact]
    public void A_window_lies_within_its_column_and_storey()
    {
        var (left, bottom, right, top) = _tower.Window(2, 5);
        Assert.Equal((2, 2), (_tower.BayAt(left), _tower.BayAt(right)));
        Assert.InRange(bottom, 15, 16);
        Assert.InRange(top, 17, 18);
    }
}
