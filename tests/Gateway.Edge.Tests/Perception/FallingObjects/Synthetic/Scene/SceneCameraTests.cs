using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Scene;

public class SceneCameraTests
{
    private const int Width = 1280;
    private const int Height = 720;

    [Fact]
    public void A_level_camera_sees_by_similar_triangles()
    {
        var camera = new SceneCamera(new CameraPlacement(0, 2, 20, 1), 0, Width, Height);
        Assert.Equal((640 + (3 * 36), 360 - (5 * 36), 36), camera.See(3, 7, 0));
        Assert.Equal(640 + (3 * 72), camera.See(3, 7, 10).X, 1e-9);
    }

    [Fact]
    public void The_middle_of_the_picture_looks_along_the_tilt()
    {
        var camera = new SceneCamera(new CameraPlacement(45, 3, 20, 1.1), 0, Width, Height);
        var (x, y, scale) = camera.See(0, 23, 0);
        Assert.Equal(640, x, 1e-9);
        Assert.Equal(360, y, 1e-9);
        Assert.Equal(1.1 * 720 / (20 * Math.Sqrt(2)), scale, 1e-9);
    }

    [Theory]
    [InlineData(20, 2, 15, 1.0)]
    [InlineData(35, 4, 30, 1.2)]
    [InlineData(50, 6, 55, 0.8)]
    public void Rows_of_the_facade_are_those_of_the_calibration(double tilt, double lens, double distance, double focal)
    {
        var placement = new CameraPlacement(tilt, lens, distance, focal);
        var calibration = FacadeCalibration.FromPlacement(placement, new Building(20, 3));
        var camera = new SceneCamera(placement, 0, Width, Height);
        foreach (var metres in (double[])[8, 15, 30, 45])
        {
            Assert.Equal(calibration.RowOf(metres) * Height, camera.See(-4, metres, 0).Y, 1e-6);
            Assert.Equal(calibration.RowOf(metres) * Height, camera.See(6, metres, 0).Y, 1e-6);
        }
    }

    [Fact]
    public void What_is_before_the_facade_is_seen_higher_up_by_the_ratio_of_distances()
    {
        var camera = new SceneCamera(new CameraPlacement(30, 3, 20, 1), 0, Width, Height);
        var (x, y, _) = camera.See(2, 23, 1);
        var behind = camera.Facade(x, y);
        Assert.Equal(3 + (20 * 20.0 / 19), behind.Y, 1e-9);
        Assert.Equal(2 * 20.0 / 19, behind.X, 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.5)]
    [InlineData(-4)]
    public void A_pixel_leads_back_to_the_point_that_it_shows(double yaw)
    {
        var camera = new SceneCamera(new CameraPlacement(40, 2, 25, 0.9), yaw, Width, Height);
        var (px, py, _) = camera.See(5, 31, 0);
        var (x, y) = camera.Facade(px, py);
        Assert.Equal(5, x, 1e-9);
        Assert.Equal(31, y, 1e-9);
    }

    [Fact]
    public void A_turned_camera_agrees_with_what_is_measured_behind_it_along_its_middle_column()
    {
        var camera = new SceneCamera(new CameraPlacement(40, 2, 25, 0.9), 1.5, Width, Height);
        var calibration = FacadeCalibration.FromPlacement(camera.Measured, new Building(12, 3));
        foreach (var row in (double[])[60, 360, 700])
        {
            Assert.Equal(calibration.HeightAt(row / Height).Metres, camera.Facade(Width / 2.0, row).Y, 1e-6);
        }
    }

    [Fact]
    public void Columns_lean_together_above()
    {
        var camera = new SceneCamera(new CameraPlacement(40, 2, 25, 0.9), 0, Width, Height);
        Assert.True(camera.See(8, 40, 0).X < camera.See(8, 10, 0).X);
        Assert.True(camera.See(-8, 40, 0).X > camera.See(-8, 10, 0).X);
    }
}
