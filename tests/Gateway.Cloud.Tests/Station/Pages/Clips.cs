using System.Diagnostics;

namespace Gateway.Cloud.Tests.Station.Pages;

/// <summary>Small clips and pictures made at test time.</summary>
internal static class Clips
{
    /// <summary>Two seconds of a moving test picture, H.264 in MP4 with its index in front.</summary>
    public static async Task<byte[]> VideoAsync(string folder)
    {
        var path = Path.Combine(folder, "clip.mp4");
        await RunAsync(["-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=10:duration=2", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-movflags", "+faststart", path]);
        return await File.ReadAllBytesAsync(path);
    }

    /// <summary>A JPEG of 640 x 360.</summary>
    public static async Task<byte[]> StillAsync(string folder)
    {
        var path = Path.Combine(folder, "still.jpg");
        await RunAsync(["-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=1:duration=1", "-frames:v", "1", path]);
        return await File.ReadAllBytesAsync(path);
    }

    private static async Task RunAsync(string[] arguments)
    {
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", arguments) { UseShellExecute = false })!;
        await ffmpeg.WaitForExitAsync();
        Assert.Equal(0, ffmpeg.ExitCode);
    }
}
