using System.Globalization;

namespace Gateway.Drivers.Buses.Video;

/// <summary>Builds FFmpeg's command line: pictures cut, scaled and thinned out by FFmpeg, raw BGR on its standard output.</summary>
internal static class FfmpegArguments
{
    /// <summary>FFmpeg's own network time-out in microseconds; it stalls for about twice as long before it exits.</summary>
    private const string SocketTimeout = "3000000";

    public static IReadOnlyList<string> For(VideoSettings settings)
    {
        List<string> arguments = ["-nostdin", "-hide_banner", "-v", "error", "-threads", "1"];
        if (settings.IsStream)
        {
            arguments.AddRange(["-rtsp_transport", "tcp", "-timeout", SocketTimeout, "-fflags", "nobuffer", "-flags", "low_delay"]);
        }
        else
        {
            arguments.AddRange(settings.RealTime ? ["-re"] : []);
            arguments.AddRange(settings.Loop ? ["-stream_loop", "-1"] : []);
        }

        // "file:" keeps a path that holds a colon, or begins with a hyphen, from being read as something else.
        arguments.AddRange(["-i", settings.IsStream ? AddressOf(settings) : "file:" + settings.Url]);
        arguments.AddRange(["-map", "0:v:0", "-vf", FilterOf(settings), "-pix_fmt", "bgr24", "-f", "rawvideo", "pipe:1"]);
        return arguments;
    }

    private static string FilterOf(VideoSettings settings)
    {
        var region = settings.Region;
        var crop = region == FrameRegion.Whole
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"crop=iw*{region.Width}:ih*{region.Height}:iw*{region.X}:ih*{region.Y},");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"fps={settings.FramesPerSecond},{crop}scale={settings.Width}:{settings.Height}:flags=bilinear");
    }

    private static string AddressOf(VideoSettings settings)
    {
        if (settings.Credentials is not { } credentials)
        {
            return settings.Url;
        }

        var hostAt = settings.Url.IndexOf("://", StringComparison.Ordinal) + 3;
        return $"{settings.Url[..hostAt]}{Uri.EscapeDataString(credentials.User)}:{Uri.EscapeDataString(credentials.Password)}@{settings.Url[hostAt..]}";
    }
}
