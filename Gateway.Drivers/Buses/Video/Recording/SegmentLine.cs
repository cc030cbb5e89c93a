using System.Globalization;

namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>What FFmpeg's segment muxer says of a file that it has closed: its name, and from when to when in the stream's own time.</summary>
internal readonly record struct SegmentLine(string File, TimeSpan Start, TimeSpan End)
{
    /// <summary>Tells these lines from errors, which share the child's error output.</summary>
    public const string Prefix = "segment=";

    /// <summary>Reads <c>segment=live-1-000000.ts,0.000000,2.533333</c>.</summary>
    public static bool TryRead(string line, out SegmentLine read)
    {
        read = default;
        if (!line.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var parts = line[Prefix.Length..].Split(',');
        if (parts.Length != 3 || !SegmentName.IsLive(parts[0]) || !TryTime(parts[1], out var start) || !TryTime(parts[2], out var end) || end < start)
        {
            return false;
        }

        read = new SegmentLine(parts[0], start, end);
        return true;
    }

    private static bool TryTime(string text, out TimeSpan time)
    {
        var fits = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 1e9;
        time = fits ? TimeSpan.FromSeconds(seconds) : default;
        return fits;
    }
}
