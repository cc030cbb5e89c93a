using System.Diagnostics;

namespace EdgeGateway.Testing;

/// <summary>A generated video of a moving test picture, 15 frames a second.</summary>
internal static class TestVideo
{
    /// <summary>Writes an H.264 mp4 file that <see cref="DemoRtspServer"/> can serve and FFmpeg can read.</summary>
    public static async Task<string> MakeAsync(string folder, CancellationToken cancellationToken, int width = 320, int height = 180, int seconds = 2)
    {
        var path = Path.Combine(folder, $"{width}x{height}-{seconds}.mp4");
        string[] arguments =
        [
            "-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", $"testsrc=size={width}x{height}:rate=15:duration={seconds}", "-c:v", "libx264",
            "-preset", "ultrafast", "-tune", "zerolatency", "-g", "15", "-pix_fmt", "yuv420p", "-profile:v", "baseline", "-movflags", "+faststart", "-f", "mp4", path,
        ];
        using var ffmpeg = Process.Start("ffmpeg", arguments);
        await ffmpeg.WaitForExitAsync(cancellationToken);
        Assert.Equal(0, ffmpeg.ExitCode);
        return path;
    }
}
