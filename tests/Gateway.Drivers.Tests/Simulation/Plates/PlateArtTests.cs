using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Simulation.Plates;

namespace Gateway.Drivers.Tests.Simulation.Plates;

public sealed class PlateArtTests
{
    private static readonly PlateWear Clean = new(Seed: 3, Dirt: 0);

    /// <summary>Text, make, size in mm, and the ground's blue, green, red at its left edge's middle.</summary>
    public static TheoryData<string, PlateLook, int, int> Plates { get; } = new()
    {
        { "京A12345", PlateLook.Blue, 440, 140 },
        { "沪B88Q16", PlateLook.Yellow, 440, 140 },
        { "苏E5518挂", PlateLook.YellowTwoRows, 440, 220 },
        { "沪AD12345", PlateLook.Green, 480, 140 },
        { "粤B12345D", PlateLook.YellowGreen, 480, 140 },
        { "鄂F8888警", PlateLook.White, 440, 140 },
        { "粤ZR066港", PlateLook.Black, 440, 140 },
        { "使014578", PlateLook.Black, 440, 140 },
    };

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Plates))]
    public async Task Plate_has_its_size_and_all_characters_inside(string text, PlateLook look, int width, int height)
    {
        var design = new PlateDesign(text, look);
        var plate = (await ArtAsync()).Draw(design, Clean);
        Assert.Equal((width, height), (plate.Width, plate.Height));
        var boxes = PlateLayout.Of(design).Where(box => box.Index >= 0).ToList();
        Assert.Equal(text, string.Concat(boxes.OrderBy(box => box.Index).Select(box => box.Character)));
        Assert.All(boxes, box =>
        {
            Assert.InRange(box.X, 10, width - 10 - box.Width);
            Assert.InRange(box.Y, 10, height - 10 - box.Height);
            Assert.True(Contrast(plate, box) > 90, $"{box.Character} stands out");
        });
    }

    [Fact]
    public void No_two_characters_overlap() => Assert.All(Plates, row =>
    {
        var boxes = PlateLayout.Of(new PlateDesign(row.Data.Item1, row.Data.Item2));
        foreach (var (a, b) in boxes.SelectMany((a, i) => boxes.Skip(i + 1).Select(b => (a, b))))
        {
            Assert.True(a.X + a.Width <= b.X || b.X + b.Width <= a.X || a.Y + a.Height <= b.Y, $"{a} and {b}");
        }
    });

    [Theory]
    [InlineData("京A12345", PlateLook.Blue)]
    [InlineData("京AD12345", PlateLook.Green)]
    [InlineData("京A1234警", PlateLook.White)]
    [InlineData("京A1234学", PlateLook.Yellow)]
    [InlineData("京A1234挂", PlateLook.YellowTwoRows)]
    [InlineData("粤Z1234澳", PlateLook.Black)]
    [InlineData("使123456", PlateLook.Black)]
    public void Usual_make_follows_from_the_text(string text, PlateLook look) => Assert.Equal(look, PlateDesign.Of(text).Look);

    [Theory(Timeout = 120_000)]
    [InlineData("京A1234", "7 characters, not 6")]
    [InlineData("京A123?5", "'?' stands on no plate")]
    public async Task What_is_no_plate_is_refused(string text, string words)
    {
        var art = await ArtAsync();
        var design = new PlateDesign(text, PlateLook.Blue);
        Assert.Contains(words, design.Fault(), StringComparison.Ordinal);
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => art.Draw(design, Clean)).Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Same_seed_gives_the_same_dirt_and_another_seed_another()
    {
        var (art, design) = (await ArtAsync(), PlateDesign.Of("京A12345"));
        byte[] Draw(int seed) => art.Draw(design, new PlateWear(seed, Dirt: 0.5f)).Pixels;
        Assert.Equal(Draw(1), Draw(1));
        Assert.NotEqual(Draw(1), Draw(2));
    }

    [Fact(Timeout = 120_000)]
    public async Task Covered_part_hides_the_last_characters_and_leaves_the_first()
    {
        var (art, design) = (await ArtAsync(), PlateDesign.Of("京A12345"));
        var (whole, half) = (art.Draw(design, Clean), art.Draw(design, Clean with { Covered = 0.5f }));
        Assert.Equal(Row(whole, 70, 0, 200), Row(half, 70, 0, 200));
        Assert.All(PlateLayout.Of(design).Where(box => box.X > 225), box => Assert.True(Contrast(half, box) < 90));
    }

    [Fact(Timeout = 120_000)]
    public async Task Police_plate_ends_in_red_and_a_green_one_darkens_downwards()
    {
        var art = await ArtAsync();
        var police = art.Draw(PlateDesign.Of("鄂F8888警"), Clean);
        var last = PlateLayout.Of(PlateDesign.Of("鄂F8888警")).Single(box => box.Character == '警');
        Assert.Contains(Pixels(police, last), pixel => pixel.Red > 150 && pixel.Green < 90);
        var green = art.Draw(PlateDesign.Of("沪AD12345"), Clean);
        Assert.True(green.Pixels[(30 * green.Stride) + 36] > green.Pixels[(120 * green.Stride) + 36] + 50, "blue fades");
    }

    private static async Task<PlateArt> ArtAsync() => new(await PlateGlyphs.SharedAsync());

    private static byte[] Row(BgrImage image, int y, int from, int to) => image.Span[((y * image.Stride) + (from * 3))..((y * image.Stride) + (to * 3))].ToArray();

    private static IEnumerable<(byte Blue, byte Green, byte Red)> Pixels(BgrImage image, PlateBox box)
    {
        for (var y = (int)box.Y; y < box.Y + box.Height; y++)
        {
            for (var x = (int)box.X; x < box.X + box.Width; x++)
            {
                var at = (y * image.Stride) + (x * 3);
                yield return (image.Pixels[at], image.Pixels[at + 1], image.Pixels[at + 2]);
            }
        }
    }

    private static int Contrast(BgrImage image, PlateBox box)
    {
        var pixels = Pixels(image, box).ToList();
        return Math.Max(pixels.Max(pixel => pixel.Green) - pixels.Min(pixel => pixel.Green), pixels.Max(pixel => pixel.Red) - pixels.Min(pixel => pixel.Red));
    }
}
