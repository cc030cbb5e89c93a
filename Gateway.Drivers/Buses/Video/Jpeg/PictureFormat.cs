namespace Gateway.Drivers.Buses.Video.Jpeg;

/// <summary>Names a picture format by its first bytes, so that a refusal can say what was sent instead.</summary>
public static class PictureFormat
{
    /// <summary>True for the start-of-image marker followed by another marker.</summary>
    public static bool IsJpeg(ReadOnlySpan<byte> bytes) => bytes.Length >= 3 && bytes[0] == 0xFF && bytes[1] == 0xD8 && bytes[2] == 0xFF;

    /// <summary>The name people use: "PNG", "HEIC", or "unknown format".</summary>
    public static string NameOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        _ when IsJpeg(bytes) => "JPEG",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "PNG",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "GIF",
        [(byte)'B', (byte)'M', ..] => "BMP",
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => "TIFF",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "PDF",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "WebP",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'a', (byte)'v', (byte)'i', ..] => "AVIF",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h' or (byte)'m', ..] => "HEIC",
        _ => "unknown format",
    };
}
