namespace Gateway.Drivers.Simulation.Plates;

/// <summary>Where the shapes come from.</summary>
/// <param name="File">A font that FreeType reads.</param>
/// <param name="Ffmpeg">Name or path of FFmpeg, whose drawtext filter draws the shapes.</param>
internal sealed record PlateFont(string File = PlateFont.Debian, string Ffmpeg = "ffmpeg")
{
    /// <summary>Of Debian's package <see cref="Package"/>.</summary>
    public const string Debian = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc";

    /// <summary>The package that brings the font.</summary>
    public const string Package = "fonts-noto-cjk";
}
