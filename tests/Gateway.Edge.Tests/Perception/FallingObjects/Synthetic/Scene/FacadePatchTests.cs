using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Scene;

public class FacadePatchTests
{
    [Fact]
    public void A_window_is_seen_between_its_corners()
    {
        var place = Scenes.Small();
        var patch = place.Window(1, 4);
        var (left, bottom, right, top) = place.Tower.Window(1, 4);
        Assert.Equal(place.Camera.See(left, top, 0).X, patch.TopLeft, 1e-9);
        Assert.Equal(place.Camera.See(right, bottom, 0).X, patch.BottomRight, 1e-9);
        Assert.Equal(place.Camera.See(left, bottom, 0).Y, patch.Bottom, 1e-9);
    }

    [Fact]
    public void Filling_covers_the_trapezes_area()
    {
        var frame = new byte[100 * 80];
        new FacadePatch(10.5, 40, 30, 50, 20, 60).Fill(new SceneCanvas(frame, 100, 80, 0.3, -0.4, 1), 200);
        Assert.Equal(29.5 * 30, frame.Sum(pixel => pixel / 200.0), 8.0);
    }

    [Fact]
    public void A_part_of_it_leans_like_the_whole()
    {
        var half = new FacadePatch(10, 40, 30, 50, 20, 60).Between(0.5, 1);
        Assert.Equal((40, 50, 40, 60), (half.TopLeft, half.TopRight, half.BottomLeft, half.BottomRight));
        Assert.Equal((15, 30), (half.Width, half.Height));
    }
}
