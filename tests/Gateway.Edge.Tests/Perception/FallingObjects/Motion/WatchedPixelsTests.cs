using System.Numerics;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Motion;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Motion;

public sealed class WatchedPixelsTests
{
    private const int Width = 161;
    private const int Height = 121;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 5)]
    [InlineData(7, 0)]
    [InlineData(7, 4)]
    public void A_pixel_is_watched_near_the_region_away_from_the_edge_and_outside_of_what_is_ignored(int margin, int around)
    {
        var region = new ImagePolygon([new(0.11, 0.2), new(0.93, 0.05), new(0.5, 0.5), new(0.87, 0.97), new(0.2, 0.8)]);
        ImagePolygon[] ignored = [new([new(0.3, 0.3), new(0.45, 0.35), new(0.35, 0.6)]), new([new(0.6, 0.7), new(0.9, 0.7), new(0.9, 0.99)])];
        var watched = new WatchedPixels(new FallView(Width, Height, region, ignored), margin, around);

        var count = 0;
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var expected = x >= margin && y >= margin && x < Width - margin && y < Height - margin
                    && IsNear(region, x, y, around) && !ignored.Any(polygon => polygon.Contains(PointAt(x, y)));
                Assert.True(expected == watched.Has(x, y), $"at {x}, {y}");
                count += expected ? 1 : 0;
            }
        }

        Assert.Equal(count, watched.Count);
    }

    [Theory]
    [InlineData(160, 5)]
    [InlineData(161, 6)]
    [InlineData(191, 6)]
    public void Without_a_region_everything_within_the_margin_is_watched_and_nothing_beside_the_picture(int width, int words)
    {
        var watched = new WatchedPixels(new FallView(width, 120), margin: 3, around: 9);

        Assert.Equal(words, watched.Words);
        Assert.Equal((width - 6) * 114, watched.Count);
        Assert.False(watched.Row(2).ContainsAnyExcept(0u));
        Assert.False(watched.Row(117).ContainsAnyExcept(0u));
        for (var y = 3; y < 117; y++)
        {
            var bits = 0;
            foreach (var word in watched.Row(y))
            {
                bits += BitOperations.PopCount(word);
            }

            Assert.Equal(width - 6, bits);
        }
    }

    [Fact]
    public void What_is_ignored_is_not_widened_with_the_region()
    {
        var (left, right) = (Box(0, 0, 0.5, 1), Box(0.5, 0, 1, 1));
        var watched = new WatchedPixels(new FallView(160, 120, left, [right]), margin: 0, around: 20);

        Assert.True(watched.Has(79, 60));
        Assert.False(watched.Has(80, 60));
        Assert.Equal(80 * 120, watched.Count);
    }

    private static bool IsNear(ImagePolygon region, int x, int y, int around)
    {
        for (var at = 0; at < (2 * around + 1) * (2 * around + 1); at++)
        {
            var (otherX, otherY) = (x + (at % (2 * around + 1)) - around, y + (at / (2 * around + 1)) - around);
            if (otherX is >= 0 and < Width && otherY is >= 0 and < Height && region.Contains(PointAt(otherX, otherY)))
            {
                return true;
            }
        }

        return false;
    }

    private static ImagePoint PointAt(int x, int y) => new((x + 0.5) / Width, (y + 0.5) / Height);

    private static ImagePolygon Box(double left, double top, double right, double bottom) =>
        new([new(left, top), new(right, top), new(right, bottom), new(left, bottom)]);
}
