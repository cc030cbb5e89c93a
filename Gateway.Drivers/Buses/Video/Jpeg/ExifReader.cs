using System.Buffers.Binary;

namespace Gateway.Drivers.Buses.Video.Jpeg;

/// <summary>
/// Reads the one EXIF field the product needs. Layout: JPEG APP1 segment, "Exif\0\0", a TIFF header (byte order, 42, offset of IFD0),
/// then 12-byte entries (tag, type, count, value). Anything odd means "unstated": a broken tag must not cost a good picture.
/// </summary>
internal static class ExifReader
{
    private const ushort OrientationTag = 0x0112;
    private const ushort ShortType = 3;

    private static ReadOnlySpan<byte> Signature => "Exif\0\0"u8;

    /// <summary>The orientation stated in a JPEG file.</summary>
    public static ExifOrientation Orientation(ReadOnlySpan<byte> jpeg)
    {
        var at = 2;
        while (at + 4 <= jpeg.Length && jpeg[at] == 0xFF)
        {
            var marker = jpeg[at + 1];
            if (marker is 0xDA or 0xD9)
            {
                break;
            }

            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            if (length < 2 || at + 2 + length > jpeg.Length)
            {
                break;
            }

            var segment = jpeg.Slice(at + 4, length - 2);
            if (marker == 0xE1 && segment.StartsWith(Signature))
            {
                return FromTiff(segment[Signature.Length..]);
            }

            at += 2 + length;
        }

        return ExifOrientation.Unstated;
    }

    private static ExifOrientation FromTiff(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 10)
        {
            return ExifOrientation.Unstated;
        }

        var littleEndian = tiff[0] == (byte)'I';
        var directory = Word32(tiff, 4, littleEndian);
        if (directory > tiff.Length - 2)
        {
            return ExifOrientation.Unstated;
        }

        var entries = Word16(tiff, (int)directory, littleEndian);
        for (var entry = 0; entry < entries; entry++)
        {
            var at = (int)directory + 2 + (12 * entry);
            if (at + 12 > tiff.Length)
            {
                break;
            }

            if (Word16(tiff, at, littleEndian) == OrientationTag && Word16(tiff, at + 2, littleEndian) == ShortType)
            {
                var value = Word16(tiff, at + 8, littleEndian);
                return value is >= 1 and <= 8 ? (ExifOrientation)value : ExifOrientation.Unstated;
            }
        }

        return ExifOrientation.Unstated;
    }

    private static ushort Word16(ReadOnlySpan<byte> bytes, int at, bool littleEndian) => littleEndian
        ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..])
        : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static uint Word32(ReadOnlySpan<byte> bytes, int at, bool littleEndian) => littleEndian
        ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..])
        : BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
