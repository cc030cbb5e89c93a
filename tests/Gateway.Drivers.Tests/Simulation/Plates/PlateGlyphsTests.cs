using EdgeGateway.Testing;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation.Plates;

namespace Gateway.Drivers.Tests.Simulation.Plates;

public sealed class PlateGlyphsTests
{
    [Fact(Timeout = 120_000)]
    public async Task Every_known_character_has_ink_and_no_two_look_alike()
    {
        var glyphs = await PlateGlyphs.SharedAsync();
        foreach (var character in PlateGlyphs.Known)
        {
            var glyph = glyphs[character];
            Assert.Equal(glyph.Width * glyph.Height, glyph.Coverage.Length);
            Assert.True(glyph.Coverage.Count(value => value > 200) > 30, $"{character} has ink");
        }

        var shapes = PlateGlyphs.Known.Select(character => Convert.ToHexString(glyphs[character].Coverage));
        Assert.Equal(PlateGlyphs.Known.Length, shapes.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact(Timeout = 120_000)]
    public async Task Ink_is_between_nothing_and_all_and_nothing_lies_beyond_the_edges()
    {
        var glyph = (await PlateGlyphs.SharedAsync())['H'];
        Assert.Equal(1, glyph.At(0.1f, 0.5f), 0.05);
        Assert.Equal(0, glyph.At(0.5f, 0.2f), 0.05);
        Assert.Equal(0, glyph.At(1.5f, 0.5f));
        Assert.Equal(0, glyph.At(0.1f, -0.5f));
    }

    [Fact(Timeout = 120_000)]
    public async Task Unknown_character_is_refused_by_name()
    {
        var glyphs = await PlateGlyphs.SharedAsync();
        Assert.Contains("'?'", Assert.Throws<ArgumentException>(() => glyphs['?']).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_font_is_told_with_its_package_in_both_languages()
    {
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => ReadAsync(new PlateFont("/nowhere/font.ttc")));
        Assert.Contains("apt install fonts-noto-cjk", fault.Message, StringComparison.Ordinal);
        Assert.Contains("/nowhere/font.ttc", fault.Words!.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_ffmpeg_is_told_with_its_package()
    {
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => ReadAsync(new PlateFont(Ffmpeg: "/nowhere/ffmpeg")));
        Assert.Contains("apt install ffmpeg", fault.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task File_that_is_no_font_is_told_with_its_package()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "no: font.ttc");
        await File.WriteAllTextAsync(file, "not a font", TestContext.Current.CancellationToken);
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => ReadAsync(new PlateFont(file)));
        Assert.Contains("is no font: apt install --reinstall fonts-noto-cjk", fault.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Font_may_lie_in_a_folder_whose_name_means_something_to_ffmpeg()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "a, b: c.ttc");
        File.CreateSymbolicLink(file, PlateFont.Debian);
        Assert.NotEmpty((await ReadAsync(new PlateFont(file)))['A'].Coverage);
    }

    private static Task<PlateGlyphs> ReadAsync(PlateFont font) => PlateGlyphReader.ReadAsync(font, TimeProvider.System, TestContext.Current.CancellationToken);
}
