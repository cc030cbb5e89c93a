using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Perception.FallingObjects.Physics;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Physics;

public sealed class ProjectionTests
{
    [Theory]
    [InlineData(30, 3, 30, 0.9)]
    [InlineData(0, 1.5, 20, 1.2)]
    [InlineData(55, 0.5, 15, 1.4)]
    [InlineData(-10, 40, 60, 2)]
    [InlineData(20, -5, 100, 3)]
    public void Places_on_the_facade_are_seen_where_a_pinhole_sees_them(double tilt, double height, double distance, double focalLength)
    {
        var camera = new PinholeCamera(new CameraPlacement(tilt, height, distance, focalLength), 1920, 1080);
        var projection = Projection.Of(camera.Calibration, 1920, 1080);

        Assert.Equal(distance, projection.Distance, 1e-6);
        Assert.Equal(height, projection.LensHeight);
        foreach (var row in new[] { 0, 1, 270, 540, 811.5, 1080 })
        {
            var (up, slope) = projection.At(row);
            Assert.Equal(row, projection.RowOf(up), 1e-6);
            Assert.Equal((projection.At(row + 0.01).Height - projection.At(row - 0.01).Height) / 0.02, slope, Math.Abs(slope) * 1e-3);
            Assert.True(slope < 0);
            foreach (var along in new[] { -8, 0, 3.7 })
            {
                var (x, y) = camera.See(along, up);
                Assert.Equal(row, y, 1e-6);
                Assert.Equal(x, projection.PixelOf(along, row), 1e-6);
                Assert.Equal(along, projection.AlongOf(x, row), 1e-6);
            }

            Assert.Equal(camera.See(1, up).X - camera.See(0, up).X, 1 / projection.AcrossAt(row), 1e-6);
        }
    }

    [Fact]
    public void Heights_are_those_of_the_calibration_however_it_was_made()
    {
        var camera = PinholeCamera.Usual;
        var lines = FacadeCalibration.FromFloorLines(
            [.. Enumerable.Range(2, 8).Select(floor => new FloorLine(floor, camera.See(0, (floor - 1) * 3).Y / 720))], camera.Building);
        foreach (var calibration in new[] { camera.Calibration, lines })
        {
            var projection = Projection.Of(calibration, 1280, 720);
            for (var row = 0; row <= 720; row += 60)
            {
                Assert.Equal(calibration.HeightAt(row / 720.0).Metres, projection.At(row).Height, 1e-9);
                Assert.Equal(calibration.HeightAt(row / 720.0).Metres, camera.Calibration.HeightAt(row / 720.0).Metres, 0.01);
            }

            Assert.Equal(calibration.RowOf(20) * 720, projection.RowOf(20), 1e-6);
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.3, 1.1)]
    [InlineData(0.75, 2.5)]
    public void A_guess_sees_the_heights_of_every_camera_of_its_bend_but_for_scale_and_place(double bend, double focalLength)
    {
        var guess = Projection.Guess(bend, 1280, 720);
        var tilt = Math.Atan(bend * focalLength) * 180 / Math.PI;
        var camera = Projection.Of(new PinholeCamera(new CameraPlacement(tilt, 7, 33, focalLength)).Calibration, 1280, 720);

        Assert.Equal((1, 0), (Math.Round(guess.Distance, 9), guess.LensHeight));
        for (var row = 0; row <= 720; row += 45)
        {
            Assert.Equal(Share(camera, row), Share(guess, row), 1e-9);
        }

        static double Share(Projection projection, double row) =>
            (projection.At(row).Height - projection.At(0).Height) / (projection.At(720).Height - projection.At(0).Height);
    }

    [Fact]
    public void Guesses_go_from_level_to_steep_and_hold_for_every_row()
    {
        var guesses = CameraGuesses.For(1280, 720);

        Assert.InRange(guesses.Length, 4, 20);
        var bends = guesses.Select(guess => guess.At(0).Slope / guess.At(720).Slope).ToArray();
        Assert.Equal(bends.Order(), bends);
        Assert.Equal(1, bends[0], 1e-9);
        Assert.True(bends[^1] > 4);
        Assert.All(guesses, guess => Assert.True(double.IsFinite(guess.At(0).Height) && guess.At(0).Height > guess.At(720).Height));
    }
}
