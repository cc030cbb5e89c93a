using Gateway.Edge.Perception.FallingObjects.Synthetic.Falls;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Falls;

public class PixelAreaTests
{
    [Fact]
    public void An_upright_box_holds_a_turned_thing()
    {
        Assert.Equal(new PixelArea(6, 18, 14, 22), PixelArea.Of(new PixelThing(10, 20, 4, 2, 0)));
        var turned = PixelArea.Of(new PixelThing(10, 20, 4, 2, Math.PI / 2));
        Assert.Equal((8, 16, 12, 24), (turned.Left, turned.Top, turned.Right, turned.Bottom));
        var (x, _) = new PixelThing(0, 0, 3, 3, Math.PI / 4).Reach;
        Assert.Equal(3 * Math.Sqrt(2), x, 1e-9);
    }

    [Fact]
    public void Two_boxes_lie_within_their_union() =>
        Assert.Equal(new PixelArea(0, 1, 9, 12), new PixelArea(0, 5, 4, 12).With(new PixelArea(3, 1, 9, 6)));

    [Fact]
    public void What_the_picture_does_not_show_is_cut()
    {
        Assert.Equal(new PixelArea(0, 2, 5, 8), new PixelArea(-3, 2, 5, 8).Within(20, 10));
        Assert.Equal(new PixelArea(18, 2, 20, 10), new PixelArea(18, 2, 25, 18).Within(20, 10));
        Assert.Null(new PixelArea(-9, 2, -1, 8).Within(20, 10));
        Assert.Null(new PixelArea(3, 10, 5, 12).Within(20, 10));
    }
}
