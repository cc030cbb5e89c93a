namespace EdgeGateway.Testing;

/// <summary>Makes JPEG files as telephones write them: rows as the sensor lies, with a tag that says how it was held.</summary>
internal static class ExifTag
{
    /// <summary>The file with an EXIF orientation (1..8) inserted after its first marker.</summary>
    public static byte[] Insert(byte[] jpeg, int orientation, bool littleEndian = true)
    {
        byte[] tiff = littleEndian
            ? [(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0]
            : [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
        byte[] body = [(byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0, .. tiff];
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body, .. jpeg.AsSpan(2)];
    }
}
