using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;

namespace Gateway.Drivers.Tests.Buses.Video.Jpeg;

public sealed class JpegCodecTests
{
    private static readonly byte[] Sheet = File.ReadAllBytes(
        Path.Combine(TestData.RepositoryRoot, "node_modules/@vladmandic/human/assets/screenshot-facematch.jpg"));

    [Fact]
    public void Picture_survives_encoding_and_decoding()
    {
        var image = Quadrants(64, 48);

        var decoded = JpegCodec.Decode(JpegCodec.Encode(image, 95));

        Assert.Equal((64, 48), (decoded.Width, decoded.Height));
        for (var index = 0; index < image.ByteCount; index += 97)
        {
            // Borders of the quadrants ring a little; the middle of each must not.
            var (x, y) = (index / 3 % 64, index / 3 / 64);
            if (Math.Abs(x - 32) > 10 && Math.Abs(y - 24) > 10)
            {
                Assert.InRange(decoded.Span[index], image.Span[index] - 12, image.Span[index] + 12);
            }
        }
    }

    [Fact]
    public void Region_is_encoded_as_if_it_had_been_cut_out_first()
    {
        var region = JpegCodec.Decode(JpegCodec.Encode(Quadrants(64, 48), new ImageRegion(40, 30, 16, 16), 95));

        Assert.Equal((16, 16), (region.Width, region.Height));
        Assert.InRange(region.Span[(8 * region.Stride) + 24], 180, 220);
    }

    [Fact]
    public void Region_outside_of_the_picture_is_refused() =>
        Assert.Throws<ArgumentException>(() => JpegCodec.Encode(Quadrants(64, 48), new ImageRegion(60, 0, 16, 16)));

    [Theory]
    [InlineData(1920, 1920)]
    [InlineData(1000, 1920)]
    [InlineData(900, 960)]
    [InlineData(480, 480)]
    [InlineData(100, 240)]
    public void Large_picture_is_decoded_at_the_smallest_sufficient_scale(int wanted, int longest)
    {
        var image = JpegCodec.DecodeUpright(Sheet, wanted);

        Assert.Equal(longest, Math.Max(image.Width, image.Height));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 3)]
    [InlineData(4, 2)]
    [InlineData(5, 0)]
    [InlineData(6, 2)]
    [InlineData(7, 3)]
    [InlineData(8, 1)]
    public void Every_orientation_brings_the_right_corner_to_the_top_left(int orientation, int corner)
    {
        foreach (var littleEndian in new[] { true, false })
        {
            var jpeg = ExifTag.Insert(JpegCodec.Encode(Quadrants(64, 48), 95), orientation, littleEndian);

            var image = JpegCodec.DecodeUpright(jpeg, 64);

            Assert.Equal(orientation >= 5 ? (48, 64) : (64, 48), (image.Width, image.Height));
            Assert.InRange(image.Span[(6 * image.Stride) + 18], Shade(corner) - 10, Shade(corner) + 10);
            Assert.Equal((ExifOrientation)orientation, JpegCodec.ReadHeader(jpeg).Orientation);
        }
    }

    [Fact]
    public void Broken_orientation_tag_is_ignored()
    {
        Assert.Equal(ExifOrientation.Unstated, JpegCodec.ReadHeader(ExifTag.Insert(JpegCodec.Encode(Quadrants(64, 48)), 77)).Orientation);
        Assert.Equal(ExifOrientation.Unstated, ExifReader.Orientation([0xFF, 0xD8, 0xFF, 0xE1, 0, 10, .. "Exif\0\0II"u8]));
        Assert.Equal(ExifOrientation.Unstated, ExifReader.Orientation([0xFF, 0xD8, 0xFF]));
    }

    [Fact]
    public void Bomb_is_refused_before_a_pixel_is_decoded()
    {
        var jpeg = Declare(JpegCodec.Encode(Quadrants(64, 48)), 60_000, 60_000);

        var fault = Assert.Throws<JpegException>(() => JpegCodec.Decode(jpeg));

        Assert.Equal(JpegFault.TooManyPixels, fault.Fault);
        Assert.Contains("60,000 x 60,000", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sides_within_the_limit_but_too_many_pixels_are_refused() =>
        Assert.Equal(JpegFault.TooManyPixels, Fault(Declare(JpegCodec.Encode(Quadrants(64, 48)), 16_000, 16_000)));

    [Fact]
    public void Every_truncation_of_a_picture_is_refused()
    {
        var jpeg = JpegCodec.Encode(Quadrants(64, 48));
        for (var length = 0; length < jpeg.Length - 8; length++)
        {
            Assert.Throws<JpegException>(() => JpegCodec.Decode(jpeg.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Cut_short_body_is_damaged_not_half_a_picture() => Assert.Equal(JpegFault.Damaged, Fault(Sheet[..(Sheet.Length / 2)]));

    [Fact]
    public void Too_many_bytes_are_refused() =>
        Assert.Equal(JpegFault.TooManyBytes, Assert.Throws<JpegException>(() => JpegCodec.Decode(Sheet, new JpegLimits(MaxBytes: 1000))).Fault);

    [Theory]
    [InlineData("89504E470D0A1A0A", "PNG")]
    [InlineData("474946383961", "GIF")]
    [InlineData("424D36000000", "BMP")]
    [InlineData("25504446", "PDF")]
    [InlineData("5249464600000000574542505650", "WebP")]
    [InlineData("000000186674797068656963", "HEIC")]
    [InlineData("0000001C6674797061766966", "AVIF")]
    [InlineData("49492A0008000000", "TIFF")]
    [InlineData("00010203", "unknown format")]
    public void Other_formats_are_refused_by_name(string bytes, string name)
    {
        var fault = Assert.Throws<JpegException>(() => JpegCodec.Decode(Convert.FromHexString(bytes)));

        Assert.Equal(JpegFault.NotJpeg, fault.Fault);
        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_damage_never_ends_in_anything_but_a_picture_or_a_refusal()
    {
        var original = JpegCodec.Encode(Quadrants(64, 48));
        var random = new Random(9);
        for (var trial = 0; trial < 500; trial++)
        {
            var damaged = original.ToArray();
            damaged[random.Next(2, damaged.Length)] = (byte)random.Next(256);
            try
            {
                Assert.NotNull(JpegCodec.Decode(damaged, new JpegLimits(MaxPixels: 1_000_000)));
            }
            catch (JpegException fault)
            {
                Assert.NotEmpty(fault.Message);
            }
        }
    }

    [Fact]
    public void Several_threads_decode_at_once()
    {
        var expected = JpegCodec.Decode(Sheet).Span.ToArray();

        Parallel.For(0, 6, _ => Assert.True(JpegCodec.Decode(Sheet).Span.SequenceEqual(expected)));
    }

    private static JpegFault Fault(byte[] jpeg) => Assert.Throws<JpegException>(() => JpegCodec.Decode(jpeg)).Fault;

    private static byte[] Declare(byte[] jpeg, int width, int height)
    {
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        (jpeg[frame + 5], jpeg[frame + 6], jpeg[frame + 7], jpeg[frame + 8]) = ((byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width);
        return jpeg;
    }

    /// <summary>Grey of a corner: 0 top left, 1 top right, 2 bottom left, 3 bottom right.</summary>
    private static int Shade(int corner) => 20 + (corner * 60);

    private static BgrImage Quadrants(int width, int height)
    {
        var pixels = new byte[width * height * 3];
        for (var index = 0; index < pixels.Length; index++)
        {
            var (x, y) = (index / 3 % width, index / 3 / width);
            pixels[index] = (byte)Shade((x < width / 2 ? 0 : 1) + (y < height / 2 ? 0 : 2));
        }

        return new BgrImage(pixels, width, height);
    }
}
