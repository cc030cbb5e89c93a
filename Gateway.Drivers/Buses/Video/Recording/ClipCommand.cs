using System.Globalization;
using System.Text;

namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>What FFmpeg is told in order to join segments into one MP4 file without encoding.</summary>
/// <param name="Program">Name or path of FFmpeg.</param>
/// <param name="Segments">At least one, oldest first.</param>
/// <param name="Start">Wall time of the first picture, written into the file.</param>
internal sealed record ClipCommand(string Program, IReadOnlyList<Segment> Segments, DateTimeOffset Start)
{
    public IReadOnlyList<string> Arguments(string output) =>
    [
        "-hide_banner", "-v", "error", "-y", "-protocol_whitelist", "file,pipe", "-f", "concat", "-safe", "0", "-i", "pipe:0",
        "-map", "0:v:0", "-map", "0:a?", "-c", "copy",

        // Players on phones know H.265 under this name only.
        .. Segments[0].Codec == VideoCodec.H265 ? new[] { "-tag:v", "hvc1" } : [],
        "-metadata", $"creation_time={Start.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)}",
        "-movflags", "+faststart", "-f", "mp4", "file:" + output,
    ];

    /// <summary>
    /// FFmpeg's concat format (ffmpeg-formats(1)). A segment lasts until the next one begins, so that the clip's time runs as the real time
    /// did: a gap shows as a picture that stands still.
    /// </summary>
    public string Playlist()
    {
        var text = new StringBuilder("ffconcat version 1.0\n");
        for (var i = 0; i < Segments.Count; i++)
        {
            var (segment, next) = (Segments[i], i + 1 < Segments.Count ? Segments[i + 1] : null);
            var length = next is not null && next.Start - segment.End > Segment.Tolerance ? next.Start - segment.Start : segment.End - segment.Start;
            text.Append(CultureInfo.InvariantCulture, $"file 'file:{Quoted(segment.Path)}'\nduration {length.TotalSeconds:0.######}\n");
        }

        return text.ToString();
    }

    private static string Quoted(string path) => Path.GetFullPath(path).Replace("'", "'\\''", StringComparison.Ordinal);
}
