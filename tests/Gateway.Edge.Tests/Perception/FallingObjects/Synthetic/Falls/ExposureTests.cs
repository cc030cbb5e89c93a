using Gateway.Edge.Perception.FallingObjects.Synthetic.Falls;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Falls;

public class ExposureTests
{
    private const int Width = 64;
    private const int Height = 48;

    private readonly Exposure _exposure = new();

    [Theory]
    [InlineData(20.0, 20.0)]
    [InlineData(20.3, 20.7)]
    [InlineData(20.5, 20.5)]
    [InlineData(20.99, 20.01)]
    public void A_box_covers_its_own_area_wherever_it_lies_between_pixels(double x, double y)
    {
        var frame = Painted(new PixelThing(x, y, 1.25, 0.8, 0), 1);
        Assert.Equal(2.5 * 1.6, Area(frame), 0.1);
    }

    [Theory]
    [InlineData(0.4)]
    [InlineData(1.2)]
    [InlineData(2.5)]
    public void A_turned_box_keeps_its_area(double angle) =>
        Assert.Equal(12 * 6, Area(Painted(new PixelThing(30.3, 24.6, 6, 3, angle), 1)), 1.5);

    [Fact]
    public void An_ellipse_covers_pi_times_its_half_sides() =>
        Assert.Equal(Math.PI * 8 * 5, Area(Painted(new PixelThing(30, 24, 8, 5, 0.3), 1, round: true)), 4.0);

    [Fact]
    public void A_pixel_that_is_covered_by_a_quarter_gets_a_quarter_of_the_contrast()
    {
        var frame = Painted(new PixelThing(10.5, 10.5, 0.25, 0.25, 0), 1);
        Assert.Equal(50, frame[(10 * Width) + 10], 1.0);
        Assert.Equal(0, frame[(10 * Width) + 11]);
    }

    [Fact]
    public void A_streak_spreads_the_contrast_over_its_way()
    {
        _exposure.Begin(new PixelArea(9, 9, 12, 31));
        for (var i = 0; i < 40; i++)
        {
            _exposure.Add(new PixelThing(10.5, 10 + (i * 0.5), 0.5, 0.5, 0), false, 1f / 40);
        }

        // One pixel that moves over twenty: each is covered for a twentieth of the time.
        Assert.Equal(0.05, _exposure.Densest(), 0.006);
    }

    [Fact]
    public void What_reaches_out_of_the_picture_is_cut()
    {
        var frame = Painted(new PixelThing(0, 24, 4, 4, 0), 1);
        Assert.Equal(32, Area(frame), 0.5);
        Assert.Equal(0, Area(Painted(new PixelThing(-20, 24, 4, 4, 0), 1)), 0.001);
    }

    private byte[] Painted(in PixelThing thing, float share, bool round = false)
    {
        var frame = new byte[Width * Height];
        _exposure.Begin(PixelArea.Of(thing));
        _exposure.Add(thing, round, share);
        _exposure.Over(new SceneCanvas(frame, Width, Height, 0, 0, 1), 200, 1);
        return frame;
    }

    private static double Area(byte[] frame) => frame.Sum(pixel => pixel / 200.0);
}
