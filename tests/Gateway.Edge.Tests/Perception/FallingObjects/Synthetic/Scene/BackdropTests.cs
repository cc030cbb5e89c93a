using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Scene;

public class BackdropTests
{
    private static readonly ScenePlace Place = Scenes.Small(640, 360);

    [Fact]
    public void The_sky_is_brighter_than_the_tower_and_windows_are_darker_than_the_wall()
    {
        var sky = Place.Backdrop.Mean(5, 5, 60, 40);
        Assert.True(sky > Wall(4) + 20, $"sky {sky}, wall {Wall(4)}");
        Assert.True(Pane(1, 4) < Wall(4) - 20, $"pane {Pane(1, 4)}, wall {Wall(4)}");
    }

    [Fact]
    public void Glass_is_where_windows_and_the_column_of_glass_are()
    {
        Assert.Equal(255, Glass(Place.Window(1, 4).Between(0.2, 0.4)));
        var (x, y, _) = Place.Camera.See(0.6, 13, 0);
        Assert.Equal(255, Place.Backdrop.Glass((int)x, (int)y)[0]);
        Assert.Equal(0, Place.Backdrop.Glass(5, 5)[0]);
    }

    [Fact]
    public void Every_storey_looks_a_little_different() =>
        Assert.True(Enumerable.Range(1, 7).Select(storey => (int)Pane(1, storey)).Distinct().Count() > 3);

    private static byte Glass(FacadePatch patch) => Place.Backdrop.Glass((int)patch.CentreX, (int)patch.CentreY)[0];

    private static double Pane(int bay, int storey)
    {
        var pane = Place.Window(bay, storey).Between(0.15, 0.4);
        return Place.Backdrop.Mean(pane.TopLeft, pane.Top + 2, pane.BottomRight, pane.Bottom - 2);
    }

    /// <summary>Between two windows, where neither sill nor lintel is.</summary>
    private static double Wall(int storey)
    {
        var tower = Place.Tower;
        var (x, y, _) = Place.Camera.See(tower.Left + (2 * tower.BayWidth) - 0.2, (storey * tower.Building.FloorHeight) + 1.8, 0);
        return Place.Backdrop.Mean(x - 2, y - 2, x + 2, y + 2);
    }
}
