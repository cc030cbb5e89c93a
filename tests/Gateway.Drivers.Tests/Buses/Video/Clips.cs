using System.Diagnostics;
using EdgeGateway.Testing;

namespace Gateway.Drivers.Tests.Buses.Video;

/// <summary>Video files of 320 x 240 at 25 frames a second, made for the tests by FFmpeg itself; left half red, right half blue.</summary>
public sealed class Clips : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>A minute.</summary>
    public string Lasting => PathOf("lasting.mp4");

    /// <summary>One second.</summary>
    public string Brief => PathOf("brief.mp4");

    public string PathOf(string name) => _folder.File(name);

    public async ValueTask InitializeAsync()
    {
        await MakeAsync(Lasting, 60);
        await MakeAsync(Brief, 1);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs FFmpeg to its end.</summary>
    internal static async Task FfmpegAsync(params string[] arguments)
    {
        using var ffmpeg = Process.Start("ffmpeg", ["-nostdin", "-v", "error", .. arguments]);
        await ffmpeg.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, ffmpeg.ExitCode);
    }

    /// <summary>A lossless video whose frames stand at just these times, in milliseconds.</summary>
    internal static Task UnevenAsync(string path, IReadOnlyList<int> times)
    {
        var at = string.Concat(times.Select((time, i) => $"if(eq(N,{i}),{time},")) + "0" + new string(')', times.Count);
        return FfmpegAsync(
            "-y", "-f", "lavfi", "-i", $"testsrc=size=64x48:rate=25,trim=end_frame={times.Count},settb=1/1000,setpts='{at}'",
            "-fps_mode", "passthrough", "-enc_time_base", "1/1000", "-c:v", "ffv1", path);
    }

    private static Task MakeAsync(string path, int seconds) => FfmpegAsync(
        "-f", "lavfi", "-i", $"color=red:size=320x240:rate=25:duration={seconds},drawbox=x=160:w=160:h=240:color=blue:t=fill",
        "-pix_fmt", "yuv420p", "-c:v", "libx264", "-preset", "ultrafast", "-g", "25", path);
}
