using System.Diagnostics;
using System.Globalization;
using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Tests.Buses.Video.Recording;

/// <summary>A video of 320 x 180 whose frames carry their number as ten boxes, black or white, along the upper edge; 15 frames a second.</summary>
internal static class CounterVideo
{
    public const int Rate = 15;
    private const int Bits = 10;

    /// <summary>Writes an MP4 file with a key frame each second, one slice a picture.</summary>
    public static async Task<string> MakeAsync(string folder, int seconds, string codec = "libx264", bool sound = false)
    {
        var path = Path.Combine(folder, $"counter-{seconds}-{codec}-{sound}.mp4");
        var boxes = string.Concat(Enumerable.Range(0, Bits).Select(bit => string.Create(
            CultureInfo.InvariantCulture, $",drawbox=x={bit * 32}:y=0:w=32:h=40:color=white:t=fill:enable='mod(floor(n/{1 << bit}),2)'")));
        string[] audio = sound ? ["-f", "lavfi", "-i", $"sine=440:duration={seconds}", "-c:a", "aac"] : [];
        string[] encoder = codec == "libx264"
            ? ["-profile:v", "baseline", "-x264-params", "sliced-threads=0"]
            : ["-x265-params", "log-level=none:bframes=0:keyint=15:min-keyint=15", "-tag:v", "hvc1"];
        await Clips.FfmpegAsync(
        [
            "-y", "-f", "lavfi", "-i", $"testsrc=size=320x180:rate={Rate}:duration={seconds},drawbox=x=0:y=0:w=320:h=40:color=black:t=fill{boxes}", .. audio,
            "-c:v", codec, "-preset", "ultrafast", "-g", $"{Rate}", "-pix_fmt", "yuv420p", .. encoder, "-movflags", "+faststart", path,
        ]);
        return path;
    }

    /// <summary>The number that a picture of any size shows.</summary>
    public static int NumberOf(BgrImage image)
    {
        var number = 0;
        for (var bit = 0; bit < Bits; bit++)
        {
            var at = (image.Height / 9 * image.Stride) + ((((bit * 2) + 1) * image.Width / (Bits * 2)) * 3);
            number |= image.Span[at + 1] > 127 ? 1 << bit : 0;
        }

        return number;
    }

    /// <summary>The first picture of a file from a time on, decoded as 320 x 180.</summary>
    public static async Task<BgrImage> StillAsync(string path, TimeSpan at)
    {
        var raw = await OutputAsync("ffmpeg", "-nostdin", "-v", "error", "-ss", at.TotalSeconds.ToString(CultureInfo.InvariantCulture), "-i", path, "-frames:v", "1",
            "-pix_fmt", "bgr24", "-f", "rawvideo", "pipe:1");
        return new BgrImage(raw, 320, 180);
    }

    /// <summary>Hashes of the pictures as they are encoded, without the parameter sets around them.</summary>
    public static async Task<IReadOnlyList<string>> HashesAsync(string path)
    {
        var text = await TextAsync("ffmpeg", "-nostdin", "-v", "error", "-i", path, "-map", "0:v", "-c", "copy", "-bsf:v", "filter_units=pass_types=1-5", "-f", "framehash", "-hash", "md5", "pipe:1");
        return [.. text.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(',')[^1].Trim())];
    }

    /// <summary>One entry of what ffprobe says, such as <c>stream=codec_name</c>, one line for each stream.</summary>
    public static async Task<string> ProbeAsync(string path, string entry) =>
        (await TextAsync("ffprobe", "-v", "error", "-show_entries", entry, "-of", "csv=p=0", path)).Trim().TrimEnd(',');

    private static async Task<string> TextAsync(string program, params string[] arguments) =>
        System.Text.Encoding.UTF8.GetString(await OutputAsync(program, arguments));

    private static async Task<byte[]> OutputAsync(string program, params string[] arguments)
    {
        var cancelled = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output, cancelled);
        await process.WaitForExitAsync(cancelled);
        Assert.Equal(0, process.ExitCode);
        return output.ToArray();
    }
}
