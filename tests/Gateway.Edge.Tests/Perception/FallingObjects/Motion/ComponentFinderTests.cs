using Gateway.Edge.Perception.FallingObjects.Motion;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Motion;

public sealed class ComponentFinderTests
{
    private const int Width = 192;
    private readonly ComponentFinder _finder = new();

    [Theory]
    [InlineData(1, 0.01)]
    [InlineData(2, 0.05)]
    [InlineData(3, 0.12)]
    [InlineData(4, 0.5)]
    [InlineData(5, 1.0)]
    public void Components_equal_those_of_a_flood_over_neighbours_up_to_two_pixels_away(int seed, double share)
    {
        const int Height = 90;
        var random = new Random(seed);
        var pixels = new byte[Width * Height];
        for (var at = 0; at < pixels.Length; at++)
        {
            pixels[at] = (byte)(random.NextDouble() < share ? random.Next(1, 256) : 0);
        }

        Take(pixels, Height);

        var found = Enumerable.Range(0, _finder.Count).Where(_finder.IsRoot).Select(run => Describe(_finder[run])).Order().ToArray();
        Assert.Equal(Flood(pixels, Height).Order(), found);
        Assert.Equal(pixels.Count(pixel => pixel != 0), _finder.Covered);
    }

    [Fact]
    public void More_runs_than_fit_are_told()
    {
        var pixels = new byte[Width * 1600];
        for (var at = 0; at < pixels.Length; at += 4)
        {
            pixels[at] = 50;
        }

        Take(pixels, 1600);
        Assert.True(_finder.Overflowed);

        Take(new byte[Width], 1);
        Assert.False(_finder.Overflowed);
        Assert.Equal(0, _finder.Count);
    }

    [Fact]
    public void Of_too_many_blobs_the_strongest_are_kept()
    {
        var pixels = new byte[Width * 160];
        for (var thing = 0; thing < 600; thing++)
        {
            var at = (thing / 30 * 6 * Width) + (thing % 30 * 6);
            var level = (byte)(20 + (thing * 7 % 200));
            (pixels[at], pixels[at + 1], pixels[at + Width]) = (level, level, level);
        }

        Take(pixels, 160);
        var list = new BlobList();
        list.Fill(_finder, leastArea: 3, mostBox: 1000);

        var kept = Enumerable.Range(0, 600).Select(thing => 20f + (thing * 7 % 200)).OrderDescending().Take(BlobList.Most);
        Assert.Equal(kept, list.Blobs.ToArray().Select(blob => blob.Contrast).OrderDescending());
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(1, 9, 0)]
    [InlineData(2, 2, 1)]
    [InlineData(10, 10, 1)]
    [InlineData(11, 10, 0)]
    public void Single_pixels_lines_and_what_fills_the_picture_are_no_things(int width, int height, int expected)
    {
        var pixels = new byte[Width * 20];
        for (var y = 0; y < height; y++)
        {
            pixels.AsSpan(((y + 2) * Width) + 60, width).Fill(90);
        }

        Take(pixels, 20);
        var list = new BlobList();
        list.Fill(_finder, leastArea: 3, mostBox: 100);

        Assert.Equal(expected, list.Count);
    }

    private void Take(byte[] pixels, int height)
    {
        _finder.Start();
        var mask = new ulong[Width / 64];
        for (var y = 0; y < height; y++)
        {
            Array.Clear(mask);
            for (var x = 0; x < Width; x++)
            {
                mask[x / 64] |= pixels[(y * Width) + x] == 0 ? 0 : 1UL << (x % 64);
            }

            _finder.Take(y, 0, mask, pixels.AsSpan(y * Width, Width), new byte[Width]);
        }

        _finder.Finish();
    }

    private static (int Left, int Top, int Right, int Bottom, int Area, long Weight, long X, long Y) Describe(Component component) => (
        component.Left, component.Top, component.Right, component.Bottom, component.Area, component.Weight, component.WeightX, component.WeightY);

    private static IEnumerable<(int, int, int, int, int, long, long, long)> Flood(byte[] pixels, int height)
    {
        var seen = new bool[pixels.Length];
        for (var start = 0; start < pixels.Length; start++)
        {
            if (pixels[start] == 0 || seen[start])
            {
                continue;
            }

            var (left, top, right, bottom, area, weight, sumX, sumY) = (Width, height, 0, 0, 0, 0L, 0L, 0L);
            Stack<int> open = new([start]);
            seen[start] = true;
            while (open.TryPop(out var at))
            {
                var (x, y) = (at % Width, at / Width);
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
                (area, weight, sumX, sumY) = (area + 1, weight + pixels[at], sumX + (pixels[at] * x), sumY + (pixels[at] * y));
                for (var other = 0; other < 25; other++)
                {
                    var (nextX, nextY) = (x + (other % 5) - 2, y + (other / 5) - 2);
                    var next = (nextY * Width) + nextX;
                    if (nextX is >= 0 and < Width && nextY >= 0 && nextY < height && pixels[next] != 0 && !seen[next])
                    {
                        seen[next] = true;
                        open.Push(next);
                    }
                }
            }

            yield return (left, top, right, bottom, area, weight, sumX, sumY);
        }
    }
}
