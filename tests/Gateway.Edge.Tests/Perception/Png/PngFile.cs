using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Gateway.Edge.Tests.Perception.Png;

/// <summary>PNG files as the tests need them, whole or wrong.</summary>
internal static class PngFile
{
    /// <param name="width">Declared columns.</param>
    /// <param name="height">Declared rows.</param>
    /// <param name="colourType">0 grey, 2 colour, 3 palette, 4 and 6 with transparency.</param>
    /// <param name="rows">What is packed: a filter byte before each row.</param>
    /// <param name="depth">Bits of a channel.</param>
    /// <param name="chunks">Chunks before the pixels.</param>
    public static byte[] Of(int width, int height, byte colourType, byte[] rows, byte depth = 8, params ReadOnlySpan<(string Type, byte[] Data)> chunks)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(rows);
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (depth, colourType);
        var more = new List<byte>();
        foreach (var (type, data) in chunks)
        {
            more.AddRange(Chunk(type, data));
        }

        return [0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. more, .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>A plan of paths and houses.</summary>
    public static byte[] Plan(int width, int height, params ReadOnlySpan<(string Type, byte[] Data)> chunks)
    {
        var rows = new byte[height * (1 + (width * 3))];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = (y * (1 + (width * 3))) + 1 + (x * 3);
                var isPath = x % (width / 4) < width / 40 || y % (height / 3) < height / 30;
                (rows[at], rows[at + 1], rows[at + 2]) = isPath ? ((byte)236, (byte)232, (byte)220) : ((byte)214, (byte)228, (byte)207);
            }
        }

        return Of(width, height, colourType: 2, rows, 8, chunks);
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
    }
}
