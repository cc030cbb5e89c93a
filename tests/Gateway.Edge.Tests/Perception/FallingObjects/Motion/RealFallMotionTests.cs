using System.Diagnostics;
using System.Globalization;
using EdgeGateway.Testing;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Motion;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Motion;

/// <summary>Measures on real recordings; skipped where they are absent.</summary>
public sealed class RealFallMotionTests(ITestOutputHelper output)
{
    private const int Width = 1280;
    private const int Height = 720;

    [Theory(Timeout = 120_000)]
    [InlineData("office1_720p.mp4", 0.85, 90)]
    [InlineData("office2_720p.mp4", 0.85, 150)]
    public async Task Falls_along_a_facade_have_a_blob_in_almost_every_frame_and_trees_fall_silent(string clip, double leastFound, double mostBlobs)
    {
        var falls = Falls(TestData.Require("falling", "annotations.csv"), clip);
        var finder = new MotionFinder(new FallView(Width, Height), new MotionSettings());
        var (frame, found, blobs) = (0, 0, 0);
        await ReadAsync(TestData.Require("falling", clip), luma =>
        {
            var seen = finder.Take(luma);
            blobs += seen.Length;
            if (falls.TryGetValue(frame++, out var place) && HasNear(seen, place))
            {
                found++;
            }
        });

        output.WriteLine($"{clip}: {found} of {falls.Count} frames of the fall have a blob; {(double)blobs / frame:F1} blobs a frame");
        Assert.InRange((double)found / falls.Count, leastFound, 1);
        Assert.InRange((double)blobs / frame, 1, mostBlobs);
    }

    private static bool HasNear(ReadOnlySpan<Blob> blobs, (double X, double Y) place)
    {
        foreach (var blob in blobs)
        {
            if (Math.Sqrt(Math.Pow(blob.X - place.X, 2) + Math.Pow(blob.Y - place.Y, 2)) <= 6)
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<int, (double X, double Y)> Falls(string path, string clip) =>
        File.ReadLines(path).Skip(1).Select(line => line.Split(','))
            .Where(cells => cells[0] == clip && cells[1] == "fall1")
            .ToDictionary(cells => Number(cells[2]), cells => ((double)Number(cells[3]), (double)Number(cells[4])));

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private static async Task ReadAsync(string path, Action<byte[]> take)
    {
        var start = new ProcessStartInfo("ffmpeg", ["-nostdin", "-v", "error", "-i", path, "-pix_fmt", "gray", "-f", "rawvideo", "-"]) { RedirectStandardOutput = true };
        using var ffmpeg = Process.Start(start)!;
        try
        {
            var luma = new byte[Width * Height];
            var token = TestContext.Current.CancellationToken;
            while (await ffmpeg.StandardOutput.BaseStream.ReadAtLeastAsync(luma, luma.Length, throwOnEndOfStream: false, token) == luma.Length)
            {
                take(luma);
            }

            await ffmpeg.WaitForExitAsync(token);
        }
        finally
        {
            if (!ffmpeg.HasExited)
            {
                ffmpeg.Kill();
            }
        }
    }
}
