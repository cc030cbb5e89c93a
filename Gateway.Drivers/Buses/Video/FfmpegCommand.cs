using System.Globalization;
using Gateway.Drivers.Buses.Video.Recording;

namespace Gateway.Drivers.Buses.Video;

/// <summary>
/// What FFmpeg is told: pictures thinned out, cut and scaled by FFmpeg on its standard output; the same connection also feeds the
/// recording, where there is one. A camera with a login reaches it through a playlist on its standard input, because every user of the
/// machine can read a command line.
/// </summary>
/// <param name="Arguments">The command line, free of secrets.</param>
/// <param name="Playlist">Text for standard input, a secret; null where there is none.</param>
internal sealed record FfmpegCommand(IReadOnlyList<string> Arguments, string? Playlist)
{
    /// <param name="settings">The camera.</param>
    /// <param name="output">Of the frames, from the map to the output's name.</param>
    /// <param name="recording">The second output; null for frames alone.</param>
    public static FfmpegCommand For(VideoSettings settings, IReadOnlyList<string> output, RecordingOutput? recording = null)
    {
        List<string> arguments = ["-nostdin", "-hide_banner", "-v", "error", "-threads", "1"];
        string? playlist = null;
        if (!settings.IsStream)
        {
            arguments.AddRange(settings.RealTime ? ["-re"] : []);
            arguments.AddRange(settings.Loop ? ["-stream_loop", "-1"] : []);

            // "file:" keeps a path that holds a colon, or begins with a hyphen, from being read as something else.
            // It is made full because a child that records works in another folder.
            arguments.AddRange(["-i", "file:" + Path.GetFullPath(settings.Url)]);
        }
        else if (settings.Credentials is { } credentials)
        {
            playlist = PlaylistOf(settings, credentials);
            arguments.AddRange(["-flags", "low_delay", "-f", "concat", "-safe", "0", "-protocol_whitelist", "pipe,rtsp,rtp,tcp,udp,tls", "-i", "pipe:0"]);
        }
        else
        {
            arguments.AddRange(["-flags", "low_delay"]);
            arguments.AddRange(StreamOptions(settings).SelectMany(option => new[] { "-" + option.Name, option.Value }));
            arguments.AddRange(["-i", settings.Url]);
        }

        arguments.AddRange(output);
        arguments.AddRange(recording?.Arguments(settings.IsStream) ?? []);
        return new FfmpegCommand(arguments, playlist);
    }

    private static (string Name, string Value)[] StreamOptions(VideoSettings settings) =>
    [
        ("rtsp_transport", "tcp"),
        ("allowed_media_types", settings.Recording is { Audio: true } ? "video+audio" : "video"),

        // Microseconds. FFmpeg's own time-out is the second net, so it is longer than the gateway's: the gateway names the cause.
        ("timeout", ((long)settings.StallAfter.TotalMicroseconds * 2).ToString(CultureInfo.InvariantCulture)),
        ("fflags", "nobuffer"),
    ];

    /// <summary>FFmpeg's concat format (ffmpeg-formats(1)) with one entry and the options that it is opened with.</summary>
    private static string PlaylistOf(VideoSettings settings, CameraCredentials credentials)
    {
        var hostAt = settings.Url.IndexOf("://", StringComparison.Ordinal) + 3;
        var login = $"{Uri.EscapeDataString(credentials.User)}:{Uri.EscapeDataString(credentials.Password)}@";
        var address = settings.Url.Insert(hostAt, login).Replace("'", "%27", StringComparison.Ordinal);
        return $"ffconcat version 1.0\nfile '{address}'\n"
            + string.Concat(StreamOptions(settings).Select(option => $"option {option.Name} {option.Value}\n"));
    }
}
