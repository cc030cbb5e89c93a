using System.Buffers.Binary;
using System.IO.Compression;
using Gateway.Drivers.Buses.Video;

namespace Gateway.Edge.Perception.Evaluation;

/// <summary>
/// Reads PNG pictures of test collections, which often carry one under the name of a JPEG (ISO/IEC 15948; 8 bits a channel, not interlaced,
/// grey, colour or palette; transparency is ignored). The running gateway takes JPEG alone.
/// </summary>
internal static class PngPicture
{
    private const int MostPixels = 64_000_000;
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>True for the first bytes of a PNG file.</summary>
    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <summary>The picture.</summary>
    /// <exception cref="InvalidDataException">Damaged, or of a kind that is not read; says which.</exception>
    public static BgrImage Decode(ReadOnlySpan<byte> file)
    {
        using var packed = new MemoryStream();
        ReadOnlySpan<byte> header = default, palette = default;
        for (var rest = file[Signature.Length..]; rest.Length >= 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 12)
            {
                throw new InvalidDataException("The PNG picture is cut short.");
            }

            var type = rest.Slice(4, 4);
            var data = rest.Slice(8, (int)length);
            if (type.SequenceEqual("IHDR"u8))
            {
                header = data;
            }
            else if (type.SequenceEqual("PLTE"u8))
            {
                palette = data;
            }
            else if (type.SequenceEqual("IDAT"u8))
            {
                packed.Write(data);
            }

            rest = rest[(12 + (int)length)..];
        }

        return Unpack(header, palette, packed);
    }

    private static BgrImage Unpack(ReadOnlySpan<byte> header, ReadOnlySpan<byte> palette, MemoryStream packed)
    {
        if (header.Length != 13)
        {
            throw new InvalidDataException("The PNG picture has no header.");
        }

        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        var channels = header[9] switch { 0 or 3 => 1, 4 => 2, 2 => 3, 6 => 4, _ => 0 };
        if (header[8] != 8 || channels == 0 || header[12] != 0)
        {
            throw new InvalidDataException("Only PNG pictures with 8 bits a channel and without interlacing are read: save it as JPEG.");
        }

        if (width <= 0 || height <= 0 || (long)width * height > MostPixels)
        {
            throw new InvalidDataException($"A PNG picture of {width} x {height} pixels is not read.");
        }

        packed.Position = 0;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        var (row, above) = (new byte[1 + (width * channels)], new byte[1 + (width * channels)]);
        var pixels = new byte[width * height * 3];
        for (var y = 0; y < height; y++)
        {
            Fill(unpacked, row);
            Unfilter(row, above, channels);
            for (var x = 0; x < width; x++)
            {
                Colour(row.AsSpan(1 + (x * channels), channels), header[9] == 3, palette, pixels.AsSpan(((y * width) + x) * 3, 3));
            }

            (row, above) = (above, row);
        }

        return new BgrImage(pixels, width, height);
    }

    private static void Fill(ZLibStream stream, byte[] row)
    {
        try
        {
            stream.ReadExactly(row);
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidDataException("The PNG picture is cut short.", error);
        }
    }

    private static void Colour(ReadOnlySpan<byte> sample, bool indexed, ReadOnlySpan<byte> palette, Span<byte> bgr)
    {
        if (indexed)
        {
            var at = 3 * sample[0];
            (bgr[2], bgr[1], bgr[0]) = at + 2 < palette.Length
                ? (palette[at], palette[at + 1], palette[at + 2])
                : throw new InvalidDataException("The PNG picture names a colour that its palette lacks.");
            return;
        }

        (bgr[2], bgr[1], bgr[0]) = sample.Length < 3 ? (sample[0], sample[0], sample[0]) : (sample[0], sample[1], sample[2]);
    }

    /// <summary>Adds each byte's prediction from its neighbours, as the row's first byte says.</summary>
    private static void Unfilter(Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        var kind = row[0];
        for (var at = 1; at < row.Length; at++)
        {
            int left = at > step ? row[at - step] : 0;
            int corner = at > step ? above[at - step] : 0;
            int top = above[at];
            row[at] += (byte)(kind switch
            {
                0 => 0,
                1 => left,
                2 => top,
                3 => (left + top) / 2,
                4 => Nearest(left, top, corner),
                _ => throw new InvalidDataException($"The PNG picture uses an unknown filter ({kind})."),
            });
        }
    }

    /// <summary>A. W. Paeth's predictor: the neighbour nearest to left + top - corner.</summary>
    private static int Nearest(int left, int top, int corner)
    {
        var guess = left + top - corner;
        var (fromLeft, fromTop, fromCorner) = (Math.Abs(guess - left), Math.Abs(guess - top), Math.Abs(guess - corner));
        if (fromLeft <= fromTop && fromLeft <= fromCorner)
        {
            return left;
        }

        return fromTop <= fromCorner ? top : corner;
    }
}
