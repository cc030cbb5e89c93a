using System.Diagnostics;
using System.Text.Json.Nodes;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace EndToEnd.Tests.FallingObjects;

/// <summary>A video of a tower from which one thing falls, as a camera server can stream it, and what an installer would enter for that camera.</summary>
/// <param name="File">H.264 in MP4.</param>
/// <param name="Truth">What falls.</param>
/// <param name="Facade">The camera's <c>facade</c> in a hardware file.</param>
internal sealed record TowerVideo(string File, SyntheticFall Truth, string Facade)
{
    public const int Width = 640;
    public const int Height = 360;
    public const int Rate = 25;

    /// <summary>The first scene in which one thing of a good size falls.</summary>
    public static async Task<TowerVideo> MakeAsync(string folder, CancellationToken cancellationToken)
    {
        var clip = Enumerable.Range(1, 100)
            .Select(seed => SyntheticClip.Of(seed, SyntheticKind.Fall, new SyntheticOptions(Width, Height, Rate, TimeSpan.FromSeconds(12), Size: 8, Calm: true)))
            .First(clip => clip.Truth is [{ Mirrored: false, VisibleFrames: > 20 }]);
        var file = Path.Combine(folder, "tower.mp4");
        await EncodeAsync(clip, file, cancellationToken);
        return new TowerVideo(file, clip.Truth[0], FacadeOf(clip));
    }

    private static async Task EncodeAsync(SyntheticClip clip, string file, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "gray", "-s", $"{Width}x{Height}", "-r", $"{Rate}", "-i", "pipe:0",
            "-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-tune", "zerolatency", "-profile:v", "baseline", "-g", $"{Rate}", "-pix_fmt", "yuv420p",
            "-movflags", "+faststart", file,
        ];
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", arguments) { RedirectStandardInput = true })!;
        var frame = new byte[Width * Height];
        for (var i = 0; i < clip.FrameCount; i++)
        {
            clip.Render(i, frame);
            await ffmpeg.StandardInput.BaseStream.WriteAsync(frame, cancellationToken);
        }

        ffmpeg.StandardInput.Close();
        await ffmpeg.WaitForExitAsync(cancellationToken);
        Assert.Equal(0, ffmpeg.ExitCode);
    }

    private static string FacadeOf(SyntheticClip clip)
    {
        var calibration = clip.View.Calibration!;
        var building = calibration.Building;
        var lines = Enumerable.Range(1, building.Floors + 1)
            .Select(floor => new FloorLine(floor, calibration.RowOf((floor - 1) * building.FloorHeight)))
            .Where(line => line.Y is >= 0 and <= 1);
        return new JsonObject
        {
            ["region"] = new JsonArray([.. clip.View.Region!.Corners.Select(corner => new JsonObject { ["x"] = corner.X, ["y"] = corner.Y })]),
            ["columns"] = clip.View.Columns,
            ["floors"] = building.Floors,
            ["floorHeight"] = building.FloorHeight,
            ["floorLines"] = new JsonArray([.. lines.Select(line => new JsonObject { ["floor"] = line.Floor, ["y"] = line.Y })]),
        }.ToJsonString();
    }
}
