using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Tests.Buses.Video.Recording;

namespace Gateway.Drivers.Tests.Buses.Video;

/// <summary>Against a real camera server and real files.</summary>
public sealed class FfmpegLumaSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData(AnalysisScale.Full, 320, 180, "")]
    [InlineData(AnalysisScale.Half, 160, 90, "viewer:p@ss w/örd")]
    public async Task Camera_over_RTSP_delivers_all_its_frames_with_its_own_times(AnalysisScale scale, int width, int height, string login)
    {
        await using var server = await ServeAsync(await CounterVideo.MakeAsync(_folder.Path, 4), login);
        var settings = RunningLuma.Settings(server.Address + "/tower");
        settings = login.Length == 0 ? settings : settings with { Credentials = new CameraCredentials("viewer", login.Split(':')[1]) };
        await using var camera = new RunningLuma(settings, scale);
        var last = await AssertEvenAsync(camera.Source, width, height, frames: 45);
        var status = await camera.UntilAsync(said => said.Details.TryGetValue("timing", out var timing) && timing.StartsWith("15.0 fps", StringComparison.Ordinal), "15 fps");
        Assert.Equal((DeviceState.Online, "ok", $"{width} x {height}"), (status.State, status.Code, status.Details["analysed"]));
        Assert.True(last > TimeSpan.FromSeconds(2));
    }

    [Fact(Timeout = 120_000)]
    public async Task Uneven_times_of_a_camera_are_kept_and_told()
    {
        // One round of 2 s: steps of 40 ms, then 20 and 60 ms by turns, then a pause.
        const int Pause = 640;
        List<int> steps = [.. Enumerable.Repeat(40, 11), .. Enumerable.Repeat((int[])[20, 60], 10).SelectMany(pair => pair), Pause, 40];
        var times = steps.Aggregate(new List<int> { 0 }, (sum, step) => [.. sum, sum[^1] + step]);
        var path = _folder.File("uneven.mp4");
        await Clips.UnevenAsync(path, times, "-c:v", "libx264", "-preset", "ultrafast", "-tune", "zerolatency", "-profile:v", "baseline", "-pix_fmt", "yuv420p", "-g", "40");
        await using var server = await ServeAsync(path);
        await using var camera = new RunningLuma(RunningLuma.Settings(server.Address + "/tower") with { Width = 64, Height = 48 });
        List<double> seen = [];
        TimeSpan? before = null;
        for (var i = 0; i < 90; i++)
        {
            using var frame = await camera.Source.ReadAsync(Cancelled);
            if (before is { } last)
            {
                seen.Add((frame.StreamTime - last).TotalMilliseconds);
            }

            before = frame.StreamTime;
        }

        // The round may begin anywhere; every step in it is one of the file's.
        Assert.All(seen.Skip(1), step => Assert.Contains(steps, told => Math.Abs(told - step) < 1));
        Assert.Contains(seen, step => Math.Abs(step - 20) < 1);
        Assert.Contains(seen, step => Math.Abs(step - 60) < 1);
        Assert.Contains(seen, step => Math.Abs(step - Pause) < 1);
        var status = await camera.UntilAsync(said => said.Details.GetValueOrDefault("timing")?.Contains($"longest gap {Pause} ms", StringComparison.Ordinal) == true, "the gap");
        Assert.Contains("steps uneven", status.Details["timing"], StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Picture_that_is_sent_again_is_marked_and_counted()
    {
        await Clips.FfmpegAsync(
            "-f", "lavfi", "-i", "color=gray:size=320x180:rate=20:duration=3,format=gray,geq=lum='mod(X+4*floor(N/2)\\,200)+16'", "-c:v", "ffv1", _folder.File("pairs.mkv"));
        await using var camera = new RunningLuma(RunningLuma.Settings(_folder.File("pairs.mkv")));
        List<bool> repeats = [];
        for (var i = 0; i < 40; i++)
        {
            using var frame = await camera.Source.ReadAsync(Cancelled);
            repeats.Add(frame.Repeats);
        }

        Assert.Equal(Enumerable.Range(0, 40).Select(i => i % 2 == 1), repeats);
        await camera.UntilAsync(said => said.Details.GetValueOrDefault("timing")?.Contains(" 0 duplicates", StringComparison.Ordinal) == false, "duplicates");
    }

    [Fact(Timeout = 120_000)]
    public async Task Camera_that_sends_another_size_is_told_of_and_its_pictures_are_stretched()
    {
        await using var server = await ServeAsync(await TestVideo.MakeAsync(_folder.Path, Cancelled));
        await using var camera = new RunningLuma(RunningLuma.Settings(server.Address + "/tower") with { Width = 640, Height = 480 }, AnalysisScale.Half);
        using var frame = await camera.Source.ReadAsync(Cancelled);
        Assert.Equal((320, 240), (frame.Width, frame.Height));
        var status = await camera.UntilAsync(said => said.Code == "camera-other-size" && said.Details.ContainsKey("timing"), "another size");
        Assert.Equal(DeviceState.Degraded, status.State);
        Assert.Contains("320 x 180", status.Reason.En, StringComparison.Ordinal);
        Assert.Contains("640 x 480", status.Reason.Zh, StringComparison.Ordinal);
        Assert.True(frame.Pixels.Span[(230 * 320)..(231 * 320)].IndexOfAnyExcept(frame.Pixels.Span[230 * 320]) > 0, "there are no bars");
    }

    [Fact(Timeout = 120_000)]
    public async Task Camera_with_too_few_frames_is_told_how_to_be_set()
    {
        var path = _folder.File("slow.mkv");
        await Clips.FfmpegAsync("-f", "lavfi", "-i", "testsrc=size=320x180:rate=6:duration=60", "-c:v", "ffv1", path);
        await using var camera = new RunningLuma(RunningLuma.Settings(path));
        var status = await camera.UntilAsync("camera-slow");
        Assert.Equal(DeviceState.Degraded, status.State);
        Assert.Contains("6.0 frames", status.Reason.En, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Region_and_rate_of_the_hardware_file_hold()
    {
        var path = _folder.File("halves.mkv");
        await Clips.FfmpegAsync(
            "-f", "lavfi", "-i", "color=black:size=320x180:rate=20:duration=2,format=gray,drawbox=x=160:w=160:h=180:color=white:t=fill", "-c:v", "ffv1", path);
        var settings = RunningLuma.Settings(path) with { Width = 160, FramesPerSecond = 10, Region = new FrameRegion(0.5, 0, 0.5, 1) };
        await using var camera = new RunningLuma(settings);
        for (var i = 0; i < 15; i++)
        {
            using var frame = await camera.Source.ReadAsync(Cancelled);
            Assert.Equal(i * 100, frame.StreamTime.TotalMilliseconds, 1);
            Assert.InRange(frame.Pixels.Span[90 * 160], 230, 255);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Frozen_camera_is_called_stalled_and_its_time_begins_anew_when_it_comes_back()
    {
        await using var server = await ServeAsync(await TestVideo.MakeAsync(_folder.Path, Cancelled));
        await using var camera = new RunningLuma(RunningLuma.Settings(server.Address + "/tower") with { StallAfter = TimeSpan.FromSeconds(2) });
        var before = await WaitAsync(camera.Source, now => now > TimeSpan.FromSeconds(1));
        var anew = WaitAsync(camera.Source, now => now < before);
        await server.FreezeAsync(Cancelled);
        await camera.UntilAsync("camera-stalled");
        await server.ThawAsync(Cancelled);
        Assert.InRange((await anew).TotalSeconds, 0, 1);
    }

    [Fact(Timeout = 120_000)]
    public async Task Second_frame_of_the_same_time_is_a_repetition_and_counted()
    {
        // This server's key frames of several slices come in two pieces, which FFmpeg shows as two frames of one time.
        await using var server = await ServeAsync(await TestVideo.MakeAsync(_folder.Path, Cancelled));
        await using var camera = new RunningLuma(RunningLuma.Settings(server.Address + "/tower"));
        List<(TimeSpan Time, bool Repeats)> seen = [];
        for (var i = 0; i < 50; i++)
        {
            using var frame = await camera.Source.ReadAsync(Cancelled);
            seen.Add((frame.StreamTime, frame.Repeats));
        }

        Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.Equal(pair.Second.Time == pair.First.Time, pair.Second.Repeats));
        Assert.True(seen.Count(frame => frame.Repeats) >= 2);
        var status = await camera.UntilAsync(
            said => said.Details.TryGetValue("timing", out var timing) && timing.StartsWith("15.0 fps", StringComparison.Ordinal) && !timing.Contains(" 0 dup", StringComparison.Ordinal), "duplicates");
        Assert.Equal(DeviceState.Online, status.State);
    }

    [Fact(Timeout = 120_000)]
    public async Task Recording_and_clips_go_on_beside_the_frames()
    {
        var video = await CounterVideo.MakeAsync(_folder.Path, 30);
        await using var server = await ServeAsync(video);
        var settings = RunningLuma.Settings(server.Address + "/tower") with
        {
            Recording = new RecordingSettings { Folder = _folder.File("ring"), Segment = TimeSpan.FromSeconds(1) },
        };
        await using var camera = new RunningLuma(settings, AnalysisScale.Half);
        await AssertEvenAsync(camera.Source, 160, 90, frames: 30);
        await RingWatch.GrownAsync(_folder.File("ring"), 2);
        using var frame = await camera.Source.ReadAsync(Cancelled);
        using var pin = camera.Source.Clips.Pin(new ClipSpan(frame.CapturedAt, TimeSpan.FromSeconds(1), TimeSpan.Zero));
        Assert.Null((await camera.Source.Clips.CutAsync(pin, _folder.File("clip.mp4"), Cancelled)).Warning);
        Assert.Equal(DeviceState.Online, (await camera.UntilAsync(said => said.Details.ContainsKey("timing"), "timing")).State);
    }

    [Fact(Timeout = 120_000)]
    public async Task Program_that_writes_something_else_is_named_and_started_again()
    {
        var program = _folder.Write("other", "#!/bin/sh\nexec cat /dev/zero\n", UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var settings = RunningLuma.Settings(_folder.File("none.mp4")) with { Ffmpeg = program };
        await using var camera = new RunningLuma(settings);
        for (var i = 0; i < 2; i++)
        {
            var end = await camera.UntilAsync(said => said.Details.ContainsKey("errors"), "errors");
            Assert.Contains("not NUT", end.Details["errors"], StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Slow_reader_loses_the_oldest_frames_which_are_counted()
    {
        var settings = RunningLuma.Settings(await TestVideo.MakeAsync(_folder.Path, Cancelled)) with { RealTime = false };
        await using var camera = new RunningLuma(settings);
        Assert.Equal("30", (await camera.UntilAsync("camera-ended")).Details["frames"]);
        Assert.Equal(20, camera.Source.Dropped);
        using var oldest = await camera.Source.ReadAsync(Cancelled);
        Assert.Equal(21, oldest.Number);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Reads until a frame's time is as wanted.</summary>
    private static async Task<TimeSpan> WaitAsync(FfmpegLumaSource source, Predicate<TimeSpan> wanted)
    {
        while (true)
        {
            using var frame = await source.ReadAsync(Cancelled);
            if (wanted(frame.StreamTime))
            {
                return frame.StreamTime;
            }
        }
    }

    /// <summary>Frames of 15 a second, none missing: they are read as they come.</summary>
    private static async Task<TimeSpan> AssertEvenAsync(FfmpegLumaSource source, int width, int height, int frames)
    {
        List<(long Number, double Time)> seen = [];
        for (var i = 0; i < frames; i++)
        {
            using var frame = await source.ReadAsync(Cancelled);
            Assert.Equal((width, height), (frame.Width, frame.Height));
            Assert.True(frame.Pixels.Span.IndexOfAnyExcept(frame.Pixels.Span[0]) > 0, "the test picture is not one colour");
            seen.Add((frame.Number, frame.StreamTime.TotalMilliseconds));
        }

        // The first frames of a connection may have no time of their own yet.
        var steps = seen.Skip(2).Zip(seen.Skip(3), (a, b) => (b.Time - a.Time) / (b.Number - a.Number));
        Assert.All(steps, step => Assert.True(Math.Abs(step - (1000.0 / 15)) < 2, string.Join(' ', seen)));
        return TimeSpan.FromMilliseconds(seen[^1].Time);
    }

    private Task<DemoRtspServer> ServeAsync(string video, string login = "") => DemoRtspServer.StartAsync(
        new Dictionary<string, string>(StringComparer.Ordinal) { ["tower"] = video },
        Cancelled,
        loginFile: login.Length == 0 ? null : _folder.Write("login", login + "\n", UnixFileMode.UserRead | UnixFileMode.UserWrite));
}
