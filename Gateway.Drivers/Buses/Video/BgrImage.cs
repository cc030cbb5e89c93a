namespace Gateway.Drivers.Buses.Video;

/// <summary>
/// A picture of 8-bit blue, green, red triples, rows top to bottom without padding. The pixel array may be longer than the
/// picture (it may be pooled) and belongs to whoever made the image; readers never keep it beyond the call or the owner's lifetime.
/// </summary>
public sealed class BgrImage
{
    /// <summary>Wraps <paramref name="pixels"/>, which must hold at least width x height x 3 bytes.</summary>
    /// <exception cref="ArgumentException">The sides are not positive or the array is too short.</exception>
    public BgrImage(byte[] pixels, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if (pixels.Length < (long)width * height * 3)
        {
            throw new ArgumentException($"{width} x {height} pixels need {(long)width * height * 3} bytes, got {pixels.Length}.", nameof(pixels));
        }

        (Pixels, Width, Height) = (pixels, width, height);
    }

    /// <summary>The backing array; only the first <see cref="ByteCount"/> bytes are the picture.</summary>
    public byte[] Pixels { get; }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Bytes from one row to the next: 3 x <see cref="Width"/>.</summary>
    public int Stride => Width * 3;

    /// <summary>Bytes of the picture.</summary>
    public int ByteCount => Width * Height * 3;

    /// <summary>The picture's bytes.</summary>
    public ReadOnlySpan<byte> Span => Pixels.AsSpan(0, ByteCount);
}
