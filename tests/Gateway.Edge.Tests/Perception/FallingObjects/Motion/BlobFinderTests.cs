using Gateway.Edge.Perception.FallingObjects.Motion;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Motion;

public sealed class BlobFinderTests
{
    private const int Width = 192;
    private const byte Behind = 100;

    private readonly BlobFinder _finder = new();

    [Theory]
    [InlineData(1, 0.005)]
    [InlineData(2, 0.02)]
    [InlineData(3, 0.08)]
    [InlineData(4, 0.3)]
    [InlineData(5, 1.0)]
    public void Blobs_equal_those_of_a_flood_over_neighbours_up_to_two_pixels_away(int seed, double share)
    {
        const int Height = 90;
        var random = new Random(seed);
        var picture = new int[Width * Height];
        for (var at = 0; at < picture.Length; at++)
        {
            picture[at] = random.NextDouble() < share ? random.Next(1, 100) * (random.Next(2) == 0 ? 1 : -1) : 0;
        }

        var blobs = Take(picture, offset: 7, shift: 30);

        var expected = Flood(picture, Height).Where(blob => blob.Area >= 3).OrderBy(blob => blob.Y).ThenBy(blob => blob.X).ToArray();
        Assert.Equal(expected.Length, blobs.Length);
        foreach (var (blob, wanted) in blobs.OrderBy(blob => blob.Y).ThenBy(blob => blob.X).Zip(expected))
        {
            Assert.Equal(wanted with { X = blob.X, Y = blob.Y, Contrast = blob.Contrast }, blob);
            Assert.Equal(wanted.X, blob.X, 0.001);
            Assert.Equal(wanted.Y, blob.Y, 0.001);
            Assert.Equal(wanted.Contrast, blob.Contrast, 0.001);
        }
    }

    [Theory]
    [InlineData("##", "##")]
    [InlineData("#.", "##")]
    [InlineData("##.", "..#")]
    [InlineData("#.#", "#.#")]
    [InlineData("#..", "...", "..#", "..#")]
    [InlineData("#....#", "#....#", "######")]
    [InlineData("######", "#....#", "#....#")]
    [InlineData("#.#.#.#.#", ".........", ".........", ".........", "#.#.#.#.#", "........#", "........#")]
    [InlineData("....#", "...#", "..#", ".#", "#")]
    public void Pixels_with_at_most_one_between_them_are_one_thing_wherever_it_is(params string[] rows)
    {
        var isParted = rows.Length == 7; // two combs three rows apart
        foreach (var (left, top) in new[] { (0, 0), (10, 0), (29, 12), (31, 1), (Width - 10, 5) })
        {
            var blobs = Take(Draw(rows, left, top));

            Assert.Equal(isParted ? 2 : 1, blobs.Length);
            Assert.Equal(rows.Sum(row => row.Count(cell => cell == '#')), blobs.Sum(blob => blob.Area));
        }
    }

    [Theory]
    [InlineData("##..##", "##..##")]
    [InlineData("##", "##", "..", "..", "##", "##")]
    public void Two_pixels_between_them_part_things(params string[] rows) => Assert.Equal(2, Take(Draw(rows, 40, 3)).Length);

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(2, 2, 1)]
    [InlineData(10, 10, 1)]
    [InlineData(11, 10, 0)]
    public void Specks_and_what_fills_the_picture_are_no_things(int width, int height, int expected)
    {
        var rows = Enumerable.Repeat(new string('#', width), height).ToArray();

        Assert.Equal(expected, Take(Draw(rows, 60, 2), largest: 100).Length);
    }

    [Fact]
    public void The_centre_is_nearer_to_what_contrasts_more_and_the_box_holds_all_of_it()
    {
        var picture = new int[Width * 20];
        (picture[(10 * Width) + 50], picture[(10 * Width) + 51], picture[(10 * Width) + 52], picture[(11 * Width) + 52]) = (-10, -10, -10, -90);

        var blob = Assert.Single(Take(picture));

        Assert.Equal(((10 * 50.5) + (10 * 51.5) + (100 * 52.5)) / 120, blob.X, 0.001);
        Assert.Equal(((30 * 10.5) + (90 * 11.5)) / 120, blob.Y, 0.001);
        Assert.Equal((3, 2, 4, -30f), (blob.Width, blob.Height, blob.Area, blob.Contrast));
    }

    [Fact]
    public void What_is_brighter_and_darker_at_once_has_the_contrast_of_its_mean_and_a_centre_by_both()
    {
        var picture = new int[Width * 8];
        (picture[(3 * Width) + 20], picture[(3 * Width) + 21], picture[(4 * Width) + 20], picture[(4 * Width) + 21]) = (40, -40, 40, -40);

        var blob = Assert.Single(Take(picture));

        Assert.Equal((21f, 4f, 0f), (blob.X, blob.Y, blob.Contrast));
    }

    [Fact]
    public void A_pixel_that_is_not_moving_does_not_join_what_it_differs_beside()
    {
        // The mask decides, not the levels.
        _finder.Begin();
        _finder.Row(0, [0b111], Enumerable.Repeat((byte)200, 32).ToArray(), new byte[32], 0);

        var blob = Assert.Single(_finder.End(100).ToArray());

        Assert.Equal((3, 3), (blob.Area, (int)blob.Width));
    }

    [Fact]
    public void Of_too_many_blobs_the_strongest_are_kept()
    {
        var picture = new int[Width * 160];
        for (var thing = 0; thing < 600; thing++)
        {
            var at = (thing / 30 * 6 * Width) + (thing % 30 * 6);
            var level = (20 + (thing * 7 % 80)) * (thing % 2 == 0 ? 1 : -1);
            (picture[at], picture[at + 1], picture[at + Width], picture[at + Width + 1]) = (level, level, level, level);
        }

        var blobs = Take(picture);

        var kept = Enumerable.Range(0, 600).Select(thing => 20f + (thing * 7 % 80)).OrderDescending().Take(BlobFinder.Most);
        Assert.Equal(kept, blobs.Select(blob => Math.Abs(blob.Contrast)).OrderDescending());
        Assert.False(_finder.Flooded);
    }

    [Fact]
    public void More_than_can_be_taken_is_told_and_the_next_frame_begins_anew()
    {
        var picture = new int[Width * 1700];
        for (var at = 0; at < picture.Length; at += 16)
        {
            picture[at] = 50;
        }

        Take(picture);
        Assert.True(_finder.Flooded);

        Assert.Single(Take(Draw(["##", "##"], 5, 5)));
        Assert.False(_finder.Flooded);
        Assert.Empty(Take(new int[Width]));
    }

    private static int[] Draw(string[] rows, int left, int top)
    {
        var picture = new int[Width * (top + rows.Length + 3)];
        for (var y = 0; y < rows.Length; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                picture[((top + y) * Width) + left + x] = rows[y][x] == '#' ? 50 : 0;
            }
        }

        return picture;
    }

    /// <summary>Gives the finder a picture of differences; rows in which nothing differs are passed over, as motion finding does.</summary>
    private Blob[] Take(int[] picture, int offset = 0, int shift = 0, int largest = int.MaxValue)
    {
        _finder.Begin();
        for (var y = 0; y < picture.Length / Width; y++)
        {
            var row = picture.AsSpan(y * Width, Width);
            var (moving, luma, level) = (new uint[Width / 32], new byte[Width], Enumerable.Repeat(Behind, Width).ToArray());
            for (var x = 0; x < Width; x++)
            {
                moving[x / 32] |= row[x] == 0 ? 0 : 1u << (x % 32);
                luma[x] = (byte)(Behind + row[x] + offset);
            }

            if (row.ContainsAnyExcept(0))
            {
                _finder.Row(y + shift, moving, luma, level, offset);
            }
        }

        return _finder.End(largest).ToArray().Select(blob => blob with { Y = blob.Y - shift }).ToArray();
    }

    private static IEnumerable<Blob> Flood(int[] picture, int height)
    {
        var seen = new bool[picture.Length];
        for (var start = 0; start < picture.Length; start++)
        {
            if (picture[start] == 0 || seen[start])
            {
                continue;
            }

            var (left, top, right, bottom, area, weight, sumX, sumY, contrast) = (Width, height, 0, 0, 0, 0.0, 0.0, 0.0, 0);
            Stack<int> open = new([start]);
            seen[start] = true;
            while (open.TryPop(out var at))
            {
                var (x, y, level) = (at % Width, at / Width, Math.Abs(picture[at]));
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x + 1), Math.Max(bottom, y + 1));
                (area, weight, sumX, sumY, contrast) = (area + 1, weight + level, sumX + (level * (x + 0.5)), sumY + (level * (y + 0.5)), contrast + picture[at]);
                for (var other = 0; other < 25; other++)
                {
                    var (nextX, nextY) = (x + (other % 5) - 2, y + (other / 5) - 2);
                    var next = (nextY * Width) + nextX;
                    if (nextX is >= 0 and < Width && nextY >= 0 && nextY < height && picture[next] != 0 && !seen[next])
                    {
                        seen[next] = true;
                        open.Push(next);
                    }
                }
            }

            yield return new Blob((float)(sumX / weight), (float)(sumY / weight), (short)(right - left), (short)(bottom - top), area, (float)contrast / area);
        }
    }
}
