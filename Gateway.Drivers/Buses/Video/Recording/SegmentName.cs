using System.Globalization;

namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>
/// File names are the ring's only index, so that nothing can disagree with the files. FFmpeg writes <c>live-{session}-{number}.ts</c>; once
/// closed a file is renamed to <c>seg-{start}-{length}-{codec}-{session}-{serial}.ts</c>: start in
/// ms of Unix time, length in ms.
/// </summary>
internal static class SegmentName
{
    private const string Extension = ".ts";
    private const string Live = "live-";
    private const string Closed = "seg-";

    /// <summary>What FFmpeg is given.</summary>
    public static string Pattern(string session) => $"{Live}{session}-%06d{Extension}";

    public static string Of(DateTimeOffset start, TimeSpan length, VideoCodec codec, string session, int serial) => string.Create(
        CultureInfo.InvariantCulture, $"{Closed}{start.ToUnixTimeMilliseconds():D13}-{(long)length.TotalMilliseconds}-{codec}-{session}-{serial}{Extension}");

    /// <summary>True for a file that FFmpeg writes or had not closed when it died.</summary>
    public static bool IsLive(string file) =>
        file.StartsWith(Live, StringComparison.Ordinal) && file.EndsWith(Extension, StringComparison.Ordinal) && !file.Contains('/', StringComparison.Ordinal);

    /// <summary>True for a live file of this session.</summary>
    public static bool IsLiveOf(string file, string session) => IsLive(file) && file.StartsWith($"{Live}{session}-", StringComparison.Ordinal);

    /// <summary>Reads what a closed file's name says.</summary>
    public static bool TryRead(string file, out DateTimeOffset start, out TimeSpan length, out VideoCodec codec)
    {
        (start, length, codec) = (default, default, default);
        if (!file.StartsWith(Closed, StringComparison.Ordinal) || !file.EndsWith(Extension, StringComparison.Ordinal))
        {
            return false;
        }

        var parts = file.Split('-');
        if (parts.Length < 6 || !Enum.TryParse(parts[3], out codec) || !Enum.IsDefined(codec)
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var from) || from > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return false;
        }

        (start, length) = (DateTimeOffset.FromUnixTimeMilliseconds(from), TimeSpan.FromMilliseconds(milliseconds));
        return true;
    }
}
