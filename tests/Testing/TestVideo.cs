using System.Diagnostics;

namespace EdgeGateway.Testing;

/// <summary>A generated video of a moving test picture, 15 frames a second.</summary>
internal static class TestVideo
{
    /// <summary>Writes a raw H.264 file that <see cref="DemoRtspServer"/> can serve and FFmpeg can read.</summary>
    public static async Task<string> MakeAsync(string folder, CancellationToken cancellationToken, int width = 320, int height = 180, int seconds = 2)
    {
        var path = Path.Combine(folder, $"{width}x{height}-{seconds}.h264");
        string[] arguments =
        [
            "-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", $"testsrc=size={width}x{height}:rate=15:duration={seconds}", "-c:v", "libx264",
            "-preset", "ultrafast", "-tune", "zerolatency", "-g", "15", "-x264-params", "aud=1", "-pix_fmt", "yuv420p", "-f", "h264", path,
        ];
        using var ffmpeg = Process.Start("ffmpeg", arguments);
        await ffmpeg.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        Assert.Equal(0, ffmpeg.ExitCode);
        return path;
    }
}
