using System.Diagnostics;
using System.Text;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Video.Recording;

/// <summary>Masked copies of a clip that is red on the left and blue on the right, by the real FFmpeg.</summary>
public sealed class ClipMaskerTests(Clips clips) : IClassFixture<Clips>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Only_the_masked_in_part_keeps_its_light_and_detail()
    {
        // Chequered, so that detail can be told from blocks.
        var clip = clips.PathOf("chequered.mp4");
        await Clips.FfmpegAsync(
            "-f", "lavfi", "-i", "color=gray:size=320x240:rate=25:duration=1,geq=lum='255*mod(X+Y,2)':cb=128:cr=128", "-pix_fmt", "yuv420p", "-c:v", "libx264", "-qp", "0", clip);
        var copy = await MaskAsync(clip, FrameRegion.Whole, (320, 240), shown: x => x is >= 40 and < 120);

        var picture = await FirstFrameAsync(copy, 320, 240);
        Assert.True(Contrast(picture, 320, from: 60, to: 100) > 120, "the shown part has lost its detail");
        Assert.True(Contrast(picture, 320, from: 200, to: 300) < 12, "the hidden part can be made out");
        Assert.InRange(picture[(120 * 320) + 250], 40, 75);
    }

    [Fact(Timeout = 60_000)]
    public async Task Mask_of_a_part_of_the_picture_crops_the_copy_to_it()
    {
        // The right half alone is analysed; it is blue, which is dark in grey, and all of it is shown.
        var copy = await MaskAsync(clips.Brief, new FrameRegion(0.5, 0, 0.5, 1), (160, 240), shown: _ => true);
        Assert.All(await FirstFrameAsync(copy, 160, 240), grey => Assert.InRange(grey, 0, 50));
        copy = await MaskAsync(clips.Brief, new FrameRegion(0, 0, 0.5, 1), (160, 240), shown: _ => true);
        Assert.All(await FirstFrameAsync(copy, 160, 240), grey => Assert.InRange(grey, 60, 100));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(320, 180)] // wider than the clip
    [InlineData(180, 240)] // narrower
    public async Task Mask_lies_where_it_was_drawn_when_the_clip_has_other_proportions(int width, int height)
    {
        // The frames that the mask was drawn on were stretched: the clip's left half, which is red, is theirs too, from edge to edge.
        var copy = await MaskAsync(clips.Brief, FrameRegion.Whole, (width, height), shown: x => x < width / 2);
        var picture = await FirstFrameAsync(copy, width, height);
        foreach (var y in (int[])[2, height / 2, height - 3])
        {
            Assert.InRange(picture[(y * width) + 3], 60, 100);
            Assert.InRange(picture[(y * width) + (width / 2) - 8], 60, 100);
            Assert.InRange(picture[(y * width) + (width / 2) + 8], 0, 45);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Clip_that_is_none_is_named_and_leaves_no_file()
    {
        var clip = clips.PathOf("nonsense.mp4");
        await File.WriteAllTextAsync(clip, "no video", Token);
        var before = Directory.GetFiles(Path.GetDirectoryName(clip)!, "masked-*");
        var error = await Assert.ThrowsAsync<DeviceFaultException>(() => MaskAsync(clip, FrameRegion.Whole, (160, 120), _ => true));
        Assert.Contains("could not be written", error.Message, StringComparison.Ordinal);
        Assert.Equal(before.Length, Directory.GetFiles(Path.GetDirectoryName(clip)!, "masked-*").Length);
    }

    [Fact(Timeout = 60_000)]
    public async Task Missing_program_is_named()
    {
        using var masker = new ClipMasker("no-such-ffmpeg", TimeProvider.System);
        var error = await Assert.ThrowsAsync<DeviceFaultException>(
            () => masker.MakeAsync(clips.Brief, FrameRegion.Whole, clips.PathOf("mask.pgm"), (160, 120), clips.PathOf("masked-none.mp4"), Token));
        Assert.Contains("no-such-ffmpeg", error.Message, StringComparison.Ordinal);
    }

    private async Task<string> MaskAsync(string clip, FrameRegion region, (int Width, int Height) size, Func<int, bool> shown)
    {
        var (mask, copy) = (clips.PathOf($"{Guid.NewGuid():N}.pgm"), clips.PathOf($"masked-{Guid.NewGuid():N}.mp4"));
        var head = Encoding.ASCII.GetBytes($"P5\n{size.Width} {size.Height}\n255\n");
        var pixels = Enumerable.Range(0, size.Width * size.Height).Select(at => shown(at % size.Width) ? byte.MaxValue : (byte)0);
        await File.WriteAllBytesAsync(mask, [.. head, .. pixels], Token);
        using var masker = new ClipMasker("ffmpeg", TimeProvider.System);
        await masker.MakeAsync(clip, region, mask, size, copy, Token);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(copy));
        return copy;
    }

    private static async Task<byte[]> FirstFrameAsync(string clip, int width, int height)
    {
        var start = new ProcessStartInfo("ffmpeg", ["-nostdin", "-v", "error", "-i", clip, "-frames:v", "1", "-pix_fmt", "gray", "-f", "rawvideo", "-"]) { RedirectStandardOutput = true };
        using var ffmpeg = Process.Start(start)!;
        var frame = new byte[width * height];
        await ffmpeg.StandardOutput.BaseStream.ReadExactlyAsync(frame, Token);
        await ffmpeg.WaitForExitAsync(Token);
        return frame;
    }

    private static int Contrast(byte[] picture, int width, int from, int to)
    {
        var row = picture[((120 * width) + from)..((120 * width) + to)];
        return row.Max() - row.Min();
    }
}
