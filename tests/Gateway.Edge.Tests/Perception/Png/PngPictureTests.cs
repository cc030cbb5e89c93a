using System.Buffers.Binary;
using System.IO.Compression;
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

        var image = PngPicture.Decode(Png(width, height, colourType: 2, Filtered(rgb, width * 3, 3, filter)));

        Assert.Equal((width, height), (image.Width, image.Height));
        for (var at = 0; at < rgb.Length; at += 3)
        {
            Assert.Equal((rgb[at], rgb[at + 1], rgb[at + 2]), (image.Pixels[at + 2], image.Pixels[at + 1], image.Pixels[at]));
        }
    }

    [Fact]
    public void Grey_picture_becomes_three_equal_channels()
    {
        var image = PngPicture.Decode(Png(2, 1, colourType: 0, [0, 7, 200]));
        Assert.Equal([7, 7, 7, 200, 200, 200], image.Pixels);
    }

    [Fact]
    public void Cut_short_interlaced_and_huge_pictures_are_refused()
    {
        var whole = Png(2, 1, colourType: 0, [0, 7, 200]);
        Assert.Throws<InvalidDataException>(() => PngPicture.Decode(whole.AsSpan(0, 40)));
        Assert.Throws<InvalidDataException>(() => PngPicture.Decode(whole.AsSpan(0, 8)));
        Assert.Throws<InvalidDataException>(() => PngPicture.Decode(Png(4, 4, colourType: 0, [0, 1])));
        Assert.Throws<InvalidDataException>(() => PngPicture.Decode(Png(60_000, 60_000, colourType: 0, [0])));
        Assert.Throws<InvalidDataException>(() => PngPicture.Decode(Png(1, 1, colourType: 2, [9, 1, 2, 3])));
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

    private static byte[] Png(int width, int height, byte colourType, byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(rows);
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, colourType);
        return [0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. System.Text.Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
    }
}
