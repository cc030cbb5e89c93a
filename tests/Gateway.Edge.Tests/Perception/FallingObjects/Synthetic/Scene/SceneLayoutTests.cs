using Gateway.Edge.Perception.FallingObjects.Synthetic;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Scene;

public class SceneLayoutTests
{
    private static readonly List<(SceneCamera Camera, Tower Tower)> Layouts =
        [.. Enumerable.Range(1, 300).Select(seed => SceneLayout.Draw(new SeededRandom((ulong)seed), 1280, 720))];

    [Fact]
    public void Cameras_stand_as_installers_place_them() =>
        Assert.All(Layouts, layout =>
        {
            Assert.InRange(layout.Camera.Placement.Distance, 8, 60);
            Assert.InRange(layout.Camera.Placement.Height, 1, 6);
            Assert.InRange(layout.Camera.Placement.Tilt, 15, 55);
        });

    [Fact]
    public void Towers_have_the_floors_of_the_land()
    {
        Assert.All(Layouts, layout => Assert.InRange(layout.Tower.Building.Floors, 6, 33));
        Assert.All(Layouts, layout => Assert.InRange(layout.Tower.Building.FloorHeight, 2.8, 3.2));
        Assert.Equal((6, 33), (Layouts.Min(layout => layout.Tower.Building.Floors), Layouts.Max(layout => layout.Tower.Building.Floors)));
    }

    [Fact]
    public void Most_of_each_tower_is_in_the_picture() =>
        Assert.All(Layouts, layout =>
        {
            var (camera, tower) = layout;
            var seen = Enumerable.Range(0, tower.Building.Floors).Count(floor =>
                camera.See((tower.Left + tower.Right) / 2, (floor + 0.5) * tower.Building.FloorHeight, 0).Y is >= 0 and <= 720);
            Assert.True(seen >= 0.45 * tower.Building.Floors, $"{seen} of {tower.Building.Floors}");
        });

    [Fact]
    public void Some_cameras_are_turned_a_little_and_some_towers_have_glass_and_balconies()
    {
        Assert.InRange(Layouts.Count(layout => layout.Camera.Aim != 0), 60, 160);
        Assert.InRange(Layouts.Count(layout => layout.Tower.Bays.Contains(BayKind.Glass)), 70, 170);
        Assert.InRange(Layouts.Count(layout => layout.Tower.Bays.Contains(BayKind.Balcony)), 60, 220);
    }

    [Fact]
    public void Every_tower_can_be_calibrated() =>
        Assert.All(Layouts, layout => Assert.NotNull(Gateway.Drivers.FallingObjectCameras.FacadeCalibration.FromPlacement(
            layout.Camera.Measured, layout.Tower.Building)));
}
