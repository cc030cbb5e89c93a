using System.Diagnostics;
using System.Globalization;

namespace EndToEnd.Tests.Demo;

/// <summary>The real ffmpeg, as a maker of recordings and as a camera's client.</summary>
internal static class Ffmpeg
{
    /// <summary>A moving test picture, 10 pictures a second, no two alike.</summary>
    public static async Task MakeClipAsync(string path, int pictures, CancellationToken cancellationToken) =>
        await RunAsync(
            [
                "-f", "lavfi", "-i", "testsrc2=s=320x240:r=10", "-frames:v", Text(pictures), "-c:v", "libx264", "-profile:v", "baseline",
                "-g", "10", "-pix_fmt", "yuv420p", path,
            ],
            cancellationToken);

    /// <summary>The next pictures of a stream, as sent, without decoding them.</summary>
    public static async Task<IReadOnlyList<StreamedPicture>> PullAsync(Uri stream, int pictures, CancellationToken cancellationToken)
    {
        var listing = await RunAsync(
            ["-rtsp_transport", "tcp", "-i", stream.ToString(), "-frames:v", Text(pictures), "-c", "copy", "-f", "framecrc", "-"],
            cancellationToken);
        return
        [
            .. from line in listing.Split('\n', StringSplitOptions.RemoveEmptyEntries)
               where line[0] != '#'
               let fields = line.Split(',', StringSplitOptions.TrimEntries)
               select new StreamedPicture(long.Parse(fields[2], CultureInfo.InvariantCulture) / 90_000.0, fields[5]),
        ];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<string> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("ffmpeg", ["-nostdin", "-hide_banner", "-loglevel", "error", "-y", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("ffmpeg did not start.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            Assert.True(process.ExitCode == 0, $"ffmpeg ended with {process.ExitCode}: {await errors}");
            return await output;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
