using System.Globalization;

namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>What FFmpeg is told in order to make a small copy of a clip in which only a part can be made out. The mask covers the whole picture, whatever its proportions.</summary>
/// <param name="Clip">The clip's file.</param>
/// <param name="Region">The part of the clip's picture that the mask is of.</param>
/// <param name="MaskFile">A PGM picture: 255 where the copy shows what the clip shows, 0 where it does not.</param>
/// <param name="Width">Of the copy; even.</param>
/// <param name="Height">Of the copy; even.</param>
internal sealed record MaskedClipCommand(string Clip, FrameRegion Region, string MaskFile, int Width, int Height)
{
    /// <summary>Blocks across the hidden part: coarse enough that no window shows who stands in it.</summary>
    private const int Blocks = 32;

    public IReadOnlyList<string> Arguments(string output) =>
    [
        "-nostdin", "-hide_banner", "-v", "error", "-y", "-threads", "1", "-protocol_whitelist", "file", "-i", "file:" + Path.GetFullPath(Clip),
        "-f", "image2", "-loop", "1", "-i", "file:" + Path.GetFullPath(MaskFile), "-filter_complex_threads", "1", "-filter_complex", Filter(), "-map", "[out]",
        "-an", "-sn", "-dn", "-map_metadata", "-1", "-c:v", "libx264", "-preset", "veryfast", "-crf", "28", "-threads", "1", "-pix_fmt", "yuv420p",
        "-movflags", "+faststart", "-f", "mp4", "file:" + output,
    ];

    private string Filter()
    {
        var crop = Region == FrameRegion.Whole
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"crop=iw*{Region.Width}:ih*{Region.Height}:iw*{Region.X}:ih*{Region.Y},");

        // Stretched without bars, as what is analysed is (LumaOutput.SizeOf): with them the mask would show another part than the one it is of.
        var blocksDown = Math.Max(1, Blocks * Height / Width);
        return string.Create(CultureInfo.InvariantCulture, $"""
            [0:v]{crop}scale={Width}:{Height},setsar=1,format=yuv420p,split[seen][whole];
            [whole]scale={Blocks}:{blocksDown}:flags=area,scale={Width}:{Height}:flags=neighbor,lutyuv=y=val*0.45[hidden];
            [1:v]scale={Width}:{Height},format=gray[mask];
            [seen][mask]alphamerge[band];
            [hidden][band]overlay=shortest=1,format=yuv420p[out]
            """).ReplaceLineEndings("");
    }
}
