using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Perception.FallingObjects.Motion;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Motion;

public sealed class WatchedAreaTests
{
    [Fact]
    public void A_pixel_is_watched_where_its_centre_lies_in_the_region_and_in_nothing_ignored()
    {
        var region = new ImagePolygon([new(0.11, 0.2), new(0.93, 0.05), new(0.5, 0.5), new(0.87, 0.97), new(0.2, 0.8)]);
        var ignored = new ImagePolygon([new(0.3, 0.3), new(0.45, 0.35), new(0.35, 0.6)]);
        var area = new WatchedArea(new(321, 243, region, [ignored]));

        var pixels = 0;
        for (var y = 0; y < 243; y++)
        {
            var (first, end) = area.Span(y);
            for (var x = 0; x < 321; x++)
            {
                var centre = new ImagePoint((x + 0.5) / 321, (y + 0.5) / 243);
                var expected = region.Contains(centre) && !ignored.Contains(centre);
                Assert.Equal(expected, area.Contains(x, y));
                Assert.True(!expected || (x / 64 >= first && x / 64 < end));
                pixels += expected ? 1 : 0;
            }
        }

        Assert.Equal(pixels, area.Pixels);
    }

    [Fact]
    public void Without_a_region_every_pixel_of_the_picture_is_watched_and_none_beside_it()
    {
        var area = new WatchedArea(new(161, 120));

        Assert.Equal(161 * 120, area.Pixels);
        Assert.Equal([ulong.MaxValue, ulong.MaxValue, (1UL << 33) - 1], area.Row(119).ToArray());
        Assert.Equal((0, 3), area.Span(0));
    }
}
