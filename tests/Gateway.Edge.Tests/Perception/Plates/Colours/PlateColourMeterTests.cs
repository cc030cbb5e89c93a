using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Perception.Plates.Colours;

namespace Gateway.Edge.Tests.Perception.Plates.Colours;

public sealed class PlateColourMeterTests
{
    private const int Width = 160, Height = 48;

    [Theory]
    [InlineData(nameof(PlateColour.Blue), 150, 70, 20, 240, 240, 240)]
    [InlineData(nameof(PlateColour.Yellow), 20, 170, 225, 20, 20, 20)]
    [InlineData(nameof(PlateColour.Green), 110, 200, 100, 20, 20, 20)]
    [InlineData(nameof(PlateColour.White), 225, 225, 225, 25, 25, 25)]
    [InlineData(nameof(PlateColour.Black), 25, 25, 25, 235, 235, 235)]
    public void Ground_is_told_by_day_and_by_night(string expected, byte blue, byte green, byte red, byte inkBlue, byte inkGreen, byte inkRed)
    {
        foreach (var light in new[] { 1f, 0.75f, 0.5f })
        {
            var planes = Plate((blue * light, green * light, red * light), (inkBlue * light, inkGreen * light, inkRed * light));
            Assert.Equal(expected, PlateColourMeter.Measure(planes, Width, Height, colourless: false).ToString());
        }
    }

    [Fact]
    public void Warm_light_does_not_turn_blue_into_black()
    {
        var planes = Plate((150 * 0.6f, 70 * 0.8f, 20), (240 * 0.6f, 240 * 0.8f, 240));
        Assert.Equal(PlateColour.Blue, PlateColourMeter.Measure(planes, Width, Height, colourless: false));
    }

    [Fact]
    public void Yellow_beside_green_is_the_large_new_energy_plate()
    {
        var planes = Plate((110, 200, 100), (20, 20, 20), (20, 170, 225));
        Assert.Equal(PlateColour.YellowGreen, PlateColourMeter.Measure(planes, Width, Height, colourless: false));
    }

    [Fact]
    public void Infrared_and_empty_pictures_have_no_colour()
    {
        Assert.Equal(PlateColour.Unknown, PlateColourMeter.Measure(Plate((150, 70, 20), (240, 240, 240)), Width, Height, colourless: true));
        Assert.Equal(PlateColour.Unknown, PlateColourMeter.Measure(new float[3 * Width * Height], Width, Height, colourless: false));
        Assert.Equal(PlateColour.Unknown, PlateColourMeter.Measure(Plate((0, 0, 0), (2, 2, 2)), Width, Height, colourless: false));
    }

    /// <summary>A ground with seven bars on it; the left part of it may have another colour.</summary>
    private static float[] Plate(
        (float Blue, float Green, float Red) ground, (float Blue, float Green, float Red) ink, (float Blue, float Green, float Red)? left = null)
    {
        var planes = new float[3 * Width * Height];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var isInk = y is > 10 and < 38 && x % 22 is > 8 and < 15;
                var (blue, green, red) = isInk ? ink : x < 55 && left is { } other ? other : ground;
                var at = (y * Width) + x;
                planes[at] = (blue / 127.5f) - 1;
                planes[(Width * Height) + at] = (green / 127.5f) - 1;
                planes[(2 * Width * Height) + at] = (red / 127.5f) - 1;
            }
        }

        return planes;
    }
}
