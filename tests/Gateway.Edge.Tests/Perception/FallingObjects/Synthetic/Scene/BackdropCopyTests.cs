using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Scene;

public class BackdropCopyTests
{
    // A width that no vector divides.
    private static readonly ScenePlace Place = Scenes.Small(width: 171, height: 124);

    [Theory]
    [InlineData(0, 0, 1.0)]
    [InlineData(0, 0, 0.7)]
    [InlineData(3, -2, 0.92)]
    [InlineData(0.25, 0.5, 1.0)]
    [InlineData(-2.7, 1.3, 0.6)]
    [InlineData(2.99, -2.99, 0.92)]
    public void A_moved_and_dimmed_picture_is_the_weighted_mean_of_four_pixels(double shakeX, double shakeY, double gain)
    {
        var backdrop = Place.Backdrop;
        var frame = new byte[backdrop.Width * backdrop.Height];
        BackdropCopy.Into(backdrop, shakeX, shakeY, gain, frame);
        for (var y = 0; y < backdrop.Height; y++)
        {
            for (var x = 0; x < backdrop.Width; x++)
            {
                var (sx, sy) = (x - shakeX, y - shakeY);
                var (x0, y0) = ((int)Math.Floor(sx), (int)Math.Floor(sy));
                var (u, v) = (sx - x0, sy - y0);
                var expected = gain * (((1 - u) * (1 - v) * At(x0, y0)) + (u * (1 - v) * At(x0 + 1, y0))
                    + ((1 - u) * v * At(x0, y0 + 1)) + (u * v * At(x0 + 1, y0 + 1)));
                Assert.Equal(expected, frame[(y * backdrop.Width) + x], 2.6);
            }
        }

        double At(int x, int y) => backdrop.From(x, y)[0];
    }

    [Fact]
    public void A_resting_camera_shows_the_backdrop_itself()
    {
        var backdrop = Place.Backdrop;
        var frame = new byte[backdrop.Width * backdrop.Height];
        BackdropCopy.Into(backdrop, 0, 0, 1, frame);
        for (var y = 0; y < backdrop.Height; y++)
        {
            Assert.True(frame.AsSpan(y * backdrop.Width, backdrop.Width).SequenceEqual(backdrop.From(0, y)[..backdrop.Width]));
        }
    }
}
