using System.Buffers.Binary;
using System.IO.Compression;
using Gateway.Drivers.Buses.Video;

namespace Gateway.Edge.Perception.Png;

/// <summary>
/// Reads PNG pictures (ISO/IEC 15948): 1 to 16 bits a channel, grey, colour or palette, not interlaced; what is transparent lies on white.
/// Only as much is unpacked as the header declares, so that a small file cannot become a large one. Cameras' pictures are JPEG alone;
/// this is for test collections, which often carry a PNG under the name of a JPEG, and for plans.
/// </summary>
internal static class PngPicture
{
    /// <summary>Most pixels of a picture, where the caller names no other number.</summary>
    public const int MostPixels = 64_000_000;

    /// <summary>True for the first bytes of a PNG file.</summary>
    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith(PngHeader.Signature);

    /// <summary>The picture.</summary>
    /// <exception cref="InvalidDataException">Damaged, too large, or of a kind that is not read; says which.</exception>
    public static BgrImage Decode(ReadOnlySpan<byte> file, int mostPixels = MostPixels)
    {
        var header = PngHeader.Read(file);
        if (header.IsInterlaced)
        {
            throw new InvalidDataException("Interlaced PNG pictures are not read: save it without interlacing, or as JPEG.");
        }

        if ((long)header.Width * header.Height > mostPixels)
        {
            throw new InvalidDataException($"A PNG picture of {header.Width} x {header.Height} pixels is not read.");
        }

        using var packed = new MemoryStream();
        var palette = new PngPalette();
        for (var rest = file[PngHeader.Signature.Length..]; rest.Length >= 12 && !rest.Slice(4, 4).SequenceEqual("IEND"u8);)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 12)
            {
                throw new InvalidDataException("The PNG picture is cut short.");
            }

            var type = rest.Slice(4, 4);
            var data = rest.Slice(8, (int)length);
            if (type.SequenceEqual("IDAT"u8))
            {
                packed.Write(data);
            }
            else
            {
                palette.Take(type, data);
            }

            rest = rest[(12 + (int)length)..];
        }

        packed.Position = 0;
        return Unpack(header, palette, packed);
    }

    private static BgrImage Unpack(PngHeader header, PngPalette palette, MemoryStream packed)
    {
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        var (row, above) = (new byte[1 + header.RowBytes], new byte[1 + header.RowBytes]);
        var pixels = new byte[header.Width * header.Height * 3];
        for (var y = 0; y < header.Height; y++)
        {
            Fill(unpacked, row);
            PngRow.Unfilter(row, above, header.Step);
            for (var x = 0; x < header.Width; x++)
            {
                Colour(row.AsSpan(1), x, header, palette, pixels.AsSpan(((y * header.Width) + x) * 3, 3));
            }

            (row, above) = (above, row);
        }

        return new BgrImage(pixels, header.Width, header.Height);
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

    private static void Colour(ReadOnlySpan<byte> values, int x, PngHeader header, PngPalette palette, Span<byte> bgr)
    {
        var depth = header.Depth;
        if (header.ColourType == 3)
        {
            palette.Colour(PngRow.Value(values, x, depth), bgr);
            return;
        }

        var first = x * header.Channels;
        var scale = depth < 8 ? 255 / ((1 << depth) - 1) : 1;
        var red = PngRow.Value(values, first, depth) * scale;
        var isGrey = header.Channels < 3;
        var green = isGrey ? red : PngRow.Value(values, first + 1, depth);
        var blue = isGrey ? red : PngRow.Value(values, first + 2, depth);
        var cover = header.Channels is 2 or 4 ? PngRow.Value(values, first + header.Channels - 1, depth) : 255;
        (bgr[0], bgr[1], bgr[2]) = (PngPalette.OnWhite(blue, cover), PngPalette.OnWhite(green, cover), PngPalette.OnWhite(red, cover));
    }
}
