using System.Buffers;

namespace Gateway.Drivers.Buses.Video.Jpeg;

/// <summary>JPEG to pixels and back. Safe for use by several threads. Every refusal is a <see cref="JpegException"/>.</summary>
public static class JpegCodec
{
    private static readonly int[] Divisors = [8, 4, 2];

    /// <summary>Reads what the file declares, having checked it against the limits; decodes nothing.</summary>
    /// <exception cref="JpegException">Not a JPEG, too large, or without a readable header.</exception>
    public static JpegHeader ReadHeader(ReadOnlySpan<byte> jpeg, JpegLimits? limits = null)
    {
        using var decoder = TurboJpeg.Decoder();
        return ReadHeader(decoder, jpeg, limits ?? JpegLimits.Default);
    }

    /// <summary>Decodes the stored rows as they are, ignoring orientation.</summary>
    /// <exception cref="JpegException">Not a JPEG, too large, cut short or corrupt.</exception>
    public static BgrImage Decode(ReadOnlySpan<byte> jpeg, JpegLimits? limits = null)
    {
        using var decoder = TurboJpeg.Decoder();
        var header = ReadHeader(decoder, jpeg, limits ?? JpegLimits.Default);
        return Decode(decoder, jpeg, header.Width, header.Height);
    }

    /// <summary>
    /// Decodes upright, at the smallest of 1, 1/2, 1/4, 1/8 of the size whose longest side is still at least <paramref name="wantedSide"/> pixels.
    /// Scaling happens inside the decoder and costs less than decoding in full.
    /// </summary>
    /// <exception cref="JpegException">Not a JPEG, too large, cut short or corrupt.</exception>
    public static BgrImage DecodeUpright(ReadOnlySpan<byte> jpeg, int wantedSide, JpegLimits? limits = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(wantedSide);
        using var decoder = TurboJpeg.Decoder();
        var header = ReadHeader(decoder, jpeg, limits ?? JpegLimits.Default);
        var longest = Math.Max(header.Width, header.Height);
        var divisor = Array.Find(Divisors, candidate => longest / candidate >= wantedSide);
        divisor = Math.Max(divisor, 1);
        var image = Decode(decoder, jpeg, Scaled(header.Width, divisor), Scaled(header.Height, divisor));
        return UprightImage.Of(image, header.Orientation);
    }

    /// <summary>Encodes a picture at 4:2:0.</summary>
    /// <param name="image">What to encode.</param>
    /// <param name="quality">1..100; 85 is visually clean.</param>
    public static byte[] Encode(BgrImage image, int quality = 85) => Encode(image, ImageRegion.Whole(image), quality);

    /// <summary>Encodes a part of a picture without copying it first.</summary>
    /// <param name="image">What to encode from.</param>
    /// <param name="region">Must lie inside the picture.</param>
    /// <param name="quality">1..100.</param>
    public static byte[] Encode(BgrImage image, ImageRegion region, int quality = 85)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
        if (!region.Fits(image))
        {
            throw new ArgumentException($"{region} does not lie inside {image.Width} x {image.Height} pixels.", nameof(region));
        }

        using var encoder = TurboJpeg.Encoder();
        var buffer = ArrayPool<byte>.Shared.Rent(TurboJpeg.BufferSize(region.Width, region.Height));
        try
        {
            var pixels = image.Span[((region.Y * image.Stride) + (region.X * 3))..];
            var size = encoder.Encode(pixels, region.Width, image.Stride, region.Height, quality, buffer);
            return buffer.AsSpan(0, size).ToArray();
        }
        finally
        {
            // Portraits pass through here: pooled memory must not keep them.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static JpegHeader ReadHeader(TurboJpeg decoder, ReadOnlySpan<byte> jpeg, JpegLimits limits)
    {
        if (jpeg.IsEmpty)
        {
            throw new JpegException(JpegFault.Empty, "The picture is empty: no bytes were sent.");
        }

        if (jpeg.Length > limits.MaxBytes)
        {
            throw new JpegException(JpegFault.TooManyBytes, $"The picture has {jpeg.Length:N0} bytes; at most {limits.MaxBytes:N0} are read.");
        }

        if (!PictureFormat.IsJpeg(jpeg))
        {
            throw new JpegException(JpegFault.NotJpeg, $"The picture is not a JPEG but {PictureFormat.NameOf(jpeg)}: save it as JPEG first.");
        }

        var (width, height) = decoder.ReadHeader(jpeg);
        if (width <= 0 || height <= 0)
        {
            throw new JpegException(JpegFault.Damaged, "The JPEG picture ends before its size is stated.");
        }

        if (width > limits.MaxSide || height > limits.MaxSide || (long)width * height > limits.MaxPixels)
        {
            throw new JpegException(
                JpegFault.TooManyPixels,
                $"The picture declares {width:N0} x {height:N0} pixels; at most {limits.MaxSide:N0} a side and {limits.MaxPixels:N0} in all are decoded.");
        }

        return new JpegHeader(width, height, ExifReader.Orientation(jpeg));
    }

    private static BgrImage Decode(TurboJpeg decoder, ReadOnlySpan<byte> jpeg, int width, int height)
    {
        var pixels = new byte[checked(width * height * 3)];
        decoder.Decode(jpeg, pixels, width, height);
        return new BgrImage(pixels, width, height);
    }

    /// <summary>TJSCALED: libjpeg-turbo rounds scaled sides up.</summary>
    private static int Scaled(int side, int divisor) => (side + divisor - 1) / divisor;
}
