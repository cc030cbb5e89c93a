using System.Buffers.Binary;

namespace Gateway.Edge.Perception.Png;

/// <summary>What a PNG file declares about itself (chunk IHDR); nothing is unpacked to know it.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Depth">Bits of a channel: 1, 2, 4, 8 or 16.</param>
/// <param name="ColourType">0 grey, 2 colour, 3 palette, 4 grey with transparency, 6 colour with transparency.</param>
/// <param name="IsInterlaced">True for the rare kind that comes in seven passes; it is not read.</param>
internal readonly record struct PngHeader(int Width, int Height, int Depth, int ColourType, bool IsInterlaced)
{
    private const int Length = 13;

    /// <summary>The first eight bytes of every PNG file.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Values of a pixel.</summary>
    public int Channels => ColourType switch { 0 or 3 => 1, 4 => 2, 2 => 3, _ => 4 };

    /// <summary>Bytes of a row as it is packed, without the byte that names its filter.</summary>
    public int RowBytes => (int)((((long)Width * Channels * Depth) + 7) / 8);

    /// <summary>Bytes from a value to its left neighbour's, at least 1: what filters reckon with.</summary>
    public int Step => Math.Max(1, Channels * Depth / 8);

    /// <summary>Reads the header of a file that begins with <see cref="Signature"/>.</summary>
    /// <exception cref="InvalidDataException">There is none, or it declares what no PNG can be.</exception>
    public static PngHeader Read(ReadOnlySpan<byte> file)
    {
        var at = Signature.Length;
        if (file.Length < at + 8 + Length || !file.Slice(at + 4, 4).SequenceEqual("IHDR"u8) || BinaryPrimitives.ReadUInt32BigEndian(file[at..]) != Length)
        {
            throw new InvalidDataException("The PNG picture has no header.");
        }

        var fields = file.Slice(at + 8, Length);
        var header = new PngHeader(
            BinaryPrimitives.ReadInt32BigEndian(fields), BinaryPrimitives.ReadInt32BigEndian(fields[4..]), fields[8], fields[9], fields[12] != 0);
        var isKnown = (header.ColourType, header.Depth) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);
        return isKnown && header.Width > 0 && header.Height > 0 ? header : throw new InvalidDataException("The PNG picture's header makes no sense.");
    }
}
