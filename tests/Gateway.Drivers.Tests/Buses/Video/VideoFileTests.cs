using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Video;

public sealed class VideoFileTests(Clips clips) : IClassFixture<Clips>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task File_that_does_not_loop_ends_and_says_how_to_go_on()
    {
        await using var camera = new RunningCamera(Settings(clips.Brief));
        var ended = await camera.UntilAsync("camera-ended");
        Assert.Equal("0", ended.Details["exitCode"]);
        Assert.Contains("loop", ended.Reason.Zh, StringComparison.Ordinal);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(25, "25")]
    [InlineData(10, "10")]
    [InlineData(4, "4")]
    [InlineData(50, "25")]
    public async Task Rate_is_limited_exactly_and_never_filled_up(int asked, string frames)
    {
        await using var camera = new RunningCamera(Settings(clips.Brief) with { FramesPerSecond = asked });
        Assert.Equal(frames, (await camera.UntilAsync("camera-ended")).Details["frames"]);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(0, 0, 255)]
    [InlineData(0.5, 255, 0)]
    public async Task Region_of_interest_is_cut_out(double left, int blue, int red)
    {
        var settings = Settings(clips.Brief) with { Width = 80, Height = 120, Region = new FrameRegion(left, 0, 0.5, 1) };
        await using var camera = new RunningCamera(settings);
        using var frame = await camera.Source.ReadAsync(Cancelled);
        foreach (var (x, y) in new[] { (4, 4), (75, 4), (40, 60), (75, 115) })
        {
            AssertColour(frame.Image, x, y, blue, red);
        }
    }

    [Theory(Timeout = 120_000)]
    [InlineData(320, 120, 80)]
    [InlineData(321, 121, 79)]
    public async Task Other_proportions_get_bars_instead_of_distortion(int width, int height, int bar)
    {
        await using var camera = new RunningCamera(Settings(clips.Brief) with { Width = width, Height = height });
        using var frame = await camera.Source.ReadAsync(Cancelled);
        Assert.Equal((width, height), (frame.Image.Width, frame.Image.Height));
        var middle = height / 2;
        AssertColour(frame.Image, bar - 4, middle, 0, 0);
        AssertColour(frame.Image, bar + 6, middle, 0, 255);
        AssertColour(frame.Image, width - bar - 7, middle, 255, 0);
        AssertColour(frame.Image, width - bar + 3, middle, 0, 0);
    }

    [Fact(Timeout = 120_000)]
    public async Task Missing_file_is_named_with_exit_code_and_found_once_it_is_there()
    {
        var path = clips.PathOf("late.mp4");
        await using var camera = new RunningCamera(Settings(path));
        var missing = await camera.UntilAsync("camera-file-missing");
        File.Copy(clips.Brief, path);
        await camera.UntilAsync("ok");
        Assert.Equal((DeviceState.Faulty, "1"), (missing.State, missing.Details["exitCode"]));
        Assert.Contains("No such file", missing.Details["errors"], StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task File_that_is_no_video_is_named_unreadable_in_FFmpegs_own_words()
    {
        var path = clips.PathOf("text.mp4");
        await File.WriteAllTextAsync(path, new string('x', 5000), Cancelled);
        await using var camera = new RunningCamera(Settings(path));
        var unreadable = await camera.UntilAsync("camera-unreadable");
        Assert.Equal("1", unreadable.Details["exitCode"]);
        Assert.Contains("Invalid data", unreadable.Details["errors"], StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task File_cut_off_in_its_middle_delivers_what_is_whole()
    {
        await Clips.FfmpegAsync("-i", clips.Brief, "-c", "copy", clips.PathOf("whole.ts"));
        var stream = await File.ReadAllBytesAsync(clips.PathOf("whole.ts"), Cancelled);
        var path = clips.PathOf("cut.ts");
        await File.WriteAllBytesAsync(path, stream[..(stream.Length * 6 / 10)], Cancelled);
        await using var camera = new RunningCamera(Settings(path) with { FramesPerSecond = 25 });
        var ended = await camera.UntilAsync("camera-ended");
        Assert.InRange(int.Parse(ended.Details["frames"], System.Globalization.CultureInfo.InvariantCulture), 1, 24);
    }

    [Fact(Timeout = 120_000)]
    public async Task Child_killed_from_outside_is_replaced()
    {
        await using var camera = new RunningCamera(Settings(clips.Lasting) with { RealTime = true });
        await camera.UntilAsync("ok");
        await ProcessSignal.SendAsync(camera.Source.ChildId, "KILL", Cancelled);
        Assert.Equal("137", (await camera.UntilAsync("ffmpeg-failed")).Details["exitCode"]);
        await camera.UntilAsync("ok");
    }

    [Fact(Timeout = 120_000)]
    public async Task Stopping_leaves_no_child()
    {
        int child;
        await using (var camera = new RunningCamera(Settings(clips.Lasting) with { RealTime = true }))
        {
            await camera.UntilAsync("ok");
            child = camera.Source.ChildId;
            Assert.True(Directory.Exists($"/proc/{child}"));
        }

        Assert.False(Directory.Exists($"/proc/{child}"));
    }

    private static VideoSettings Settings(string path) => RunningCamera.Settings(path) with { Height = 120, RealTime = false };

    private static void AssertColour(BgrImage image, int x, int y, int blue, int red)
    {
        var pixel = image.Span.Slice((y * image.Stride) + (x * 3), 3);
        var off = Math.Abs(pixel[0] - blue) + pixel[1] + Math.Abs(pixel[2] - red);
        Assert.True(off <= 12, $"at {x}, {y}: {pixel[0]} {pixel[1]} {pixel[2]}");
    }
}
