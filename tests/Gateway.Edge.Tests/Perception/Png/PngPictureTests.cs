using Gateway.Edge.Perception.Png;

namespace Gateway.Edge.Tests.Perception.Png;

public sealed class PngPictureTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_filter_gives_back_the_pixels(byte filter)
    {
        var (width, height) = (5, 4);
        var rgb = new byte[width * height * 3];
        new Random(filter).NextBytes(rgb);

        var image = PngPicture.Decode(PngFile.Of(width, height, colourType: 2, Filtered(rgb, width * 3, 3, filter)));

        Assert.Equal((width, height), (image.Width, image.Height));
        for (var at = 0; at < rgb.Length; at += 3)
        {
            Assert.Equal((rgb[at], rgb[at + 1], rgb[at + 2]), (image.Pixels[at + 2], image.Pixels[at + 1], image.Pixels[at]));
        }
    }

    [Fact]
    public void Grey_picture_becomes_three_equal_channels()
    {
        var image = PngPicture.Decode(PngFile.Of(2, 1, colourType: 0, [0, 7, 200]));
        Assert.Equal([7, 7, 7, 200, 200, 200], image.Pixels);
    }

    [Theory]
    [InlineData(1, new byte[] { 0b1010_0000 }, new byte[] { 255, 0, 255 })]
    [InlineData(2, new byte[] { 0b00_01_11_00 }, new byte[] { 0, 85, 255 })]
    [InlineData(4, new byte[] { 0x0F, 0x80 }, new byte[] { 0, 255, 136 })]
    [InlineData(16, new byte[] { 7, 99, 200, 1, 255, 255 }, new byte[] { 7, 200, 255 })]
    public void Grey_of_other_depths_is_spread_over_0_to_255(byte depth, byte[] packed, byte[] grey)
    {
        var image = PngPicture.Decode(PngFile.Of(3, 1, colourType: 0, [0, .. packed], depth));
        Assert.Equal(grey, image.Pixels.Where((_, at) => at % 3 == 0));
    }

    [Fact]
    public void Transparent_parts_lie_on_white()
    {
        var colour = PngPicture.Decode(PngFile.Of(3, 1, colourType: 6, [0, 10, 20, 30, 255, 10, 20, 30, 0, 0, 0, 0, 128]));
        Assert.Equal([30, 20, 10, 255, 255, 255, 127, 127, 127], colour.Pixels);

        var grey = PngPicture.Decode(PngFile.Of(2, 1, colourType: 4, [0, 9, 255, 9, 0]));
        Assert.Equal([9, 9, 9, 255, 255, 255], grey.Pixels);
    }

    [Fact]
    public void Palette_names_its_colours_with_how_far_they_cover()
    {
        var file = PngFile.Of(4, 1, colourType: 3, [0, 0b00_01_10_00], depth: 2, ("PLTE", [1, 2, 3, 200, 100, 50, 0, 0, 0]), ("tRNS", [255, 255, 0]));
        Assert.Equal([3, 2, 1, 50, 100, 200, 255, 255, 255, 3, 2, 1], PngPicture.Decode(file).Pixels);

        var missing = PngFile.Of(4, 1, colourType: 3, [0, 0b11_00_00_00], depth: 2, ("PLTE", [1, 2, 3]));
        Assert.Throws<InvalidDataException>(() => PngPicture.Decode(missing));
    }

    [Fact]
    public void Small_file_that_unpacks_to_far_more_than_it_declares_is_read_no_further()
    {
        var bomb = PngFile.Of(2, 2, colourType: 0, [0, 1, 2, 0, 3, 4, .. new byte[50_000_000]]);
        Assert.True(bomb.Length < 2_000_000);

        Assert.Equal(12, PngPicture.Decode(bomb).Pixels.Length);
    }

    [Theory]
    [InlineData(0, 8, 0)]
    [InlineData(2, 4, 1)]
    [InlineData(3, 16, 1)]
    [InlineData(5, 8, 1)]
    [InlineData(0, 3, 1)]
    public void Header_that_no_picture_can_have_is_refused(byte colourType, byte depth, int width) =>
        Assert.Throws<InvalidDataException>(() => PngPicture.Decode(PngFile.Of(width, 1, colourType, [0, 1, 2, 3, 4, 5, 6], depth)));

    [Fact]
    public void Random_bytes_behind_a_header_are_refused_and_never_anything_worse()
    {
        var random = new Random(4711);
        var whole = PngFile.Of(64, 64, colourType: 2, [.. Enumerable.Range(0, 64).SelectMany(_ => (byte[])[1, .. new byte[192]])]);
        for (var round = 0; round < 500; round++)
        {
            var broken = whole.ToArray();
            for (var change = 0; change < 5; change++)
            {
                broken[random.Next(8, broken.Length)] = (byte)random.Next(256);
            }

            try
            {
                Assert.True(PngPicture.Decode(broken, 100_000).Width > 0);
            }
            catch (InvalidDataException)
            {
                // Said in words.
            }
        }
    }

    [Fact]
    public void Cut_short_interlaced_and_huge_pictures_are_refused()
    {
        var whole = PngFile.Of(2, 1, colourType: 0, [0, 7, 200]);
        Assert.Throws<InvalidDataException>(() => PngPicture.Decode(whole.AsSpan(0, 40)));
        Assert.Throws<InvalidDataException>(() => PngPicture.Decode(whole.AsSpan(0, 8)));
        Assert.Throws<InvalidDataException>(() => PngPicture.Decode(PngFile.Of(4, 4, colourType: 0, [0, 1])));
        Assert.Throws<InvalidDataException>(() => PngPicture.Decode(PngFile.Of(60_000, 60_000, colourType: 0, [0])));
        Assert.Throws<InvalidDataException>(() => PngPicture.Decode(PngFile.Of(1, 1, colourType: 2, [9, 1, 2, 3])));
    }

    private static byte[] Filtered(byte[] pixels, int stride, int step, byte filter)
    {
        var rows = new List<byte>();
        for (var from = 0; from < pixels.Length; from += stride)
        {
            rows.Add(filter);
            for (var at = 0; at < stride; at++)
            {
                int left = at >= step ? pixels[from + at - step] : 0;
                int top = from > 0 ? pixels[from + at - stride] : 0;
                int corner = at >= step && from > 0 ? pixels[from + at - stride - step] : 0;
                var guess = left + top - corner;
                var nearest = new[] { left, top, corner }.MinBy(one => Math.Abs(one - guess));
                rows.Add((byte)(pixels[from + at] - filter switch { 1 => left, 2 => top, 3 => (left + top) / 2, 4 => nearest, _ => 0 }));
            }
        }

        return [.. rows];
    }
}
