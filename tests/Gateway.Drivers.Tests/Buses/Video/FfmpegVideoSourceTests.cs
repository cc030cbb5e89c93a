using System.Net;
using System.Net.Sockets;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Video;

public sealed class FfmpegVideoSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Camera_over_RTSP_delivers_frames_of_the_asked_size()
    {
        await using var server = await ServeAsync();
        await using var camera = new RunningCamera(RunningCamera.Settings(server.Address + "/demo"));
        Assert.Equal(DeviceState.Connecting, (await camera.UntilAsync("camera-connecting")).State);
        Assert.Equal(DeviceState.Online, (await camera.UntilAsync("ok")).State);
        long last = 0;
        for (var i = 0; i < 30; i++)
        {
            using var frame = await camera.Source.ReadAsync(Cancelled);
            Assert.Equal((160, 90), (frame.Image.Width, frame.Image.Height));
            Assert.True(frame.Number > last, "frames come in order, none twice");
            Assert.True(frame.Image.Span.IndexOfAnyExcept(frame.Image.Span[0]) > 0, "the test picture is not one colour");
            last = frame.Number;
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Frozen_camera_is_called_stalled_and_comes_back()
    {
        await using var server = await ServeAsync();
        await using var camera = new RunningCamera(RunningCamera.Settings(server.Address + "/demo") with { StallAfter = TimeSpan.FromSeconds(2) });
        await camera.UntilAsync("ok");
        var child = camera.Source.ChildId;
        await server.FreezeAsync(Cancelled);
        var stalled = await camera.UntilAsync("camera-stalled");
        Assert.Equal(DeviceState.Offline, stalled.State);
        Assert.Contains("停止发送", stalled.Reason.Zh, StringComparison.Ordinal);
        Assert.True(stalled.Details.ContainsKey("exitCode"));
        Assert.False(Directory.Exists($"/proc/{child}"), "the stalled child is gone");
        await server.ThawAsync(Cancelled);
        await camera.UntilAsync("ok");
    }

    [Fact(Timeout = 120_000)]
    public async Task Restarted_camera_is_read_again_on_the_same_address()
    {
        var video = await TestVideo.MakeAsync(_folder.Path, Cancelled);
        var mounts = new Dictionary<string, string>(StringComparer.Ordinal) { ["demo"] = video };
        var first = await DemoRtspServer.StartAsync(mounts, Cancelled);
        await using var camera = new RunningCamera(RunningCamera.Settings(first.Address + "/demo"));
        await camera.UntilAsync("ok");
        await first.DisposeAsync();
        await camera.UntilAsync("camera-refused");
        await using var second = await DemoRtspServer.StartAsync(mounts, Cancelled, first.Port);
        await camera.UntilAsync("ok");
    }

    [Fact(Timeout = 120_000)]
    public async Task Camera_that_never_answers_is_named_as_such()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var settings = RunningCamera.Settings($"rtsp://{silent.LocalEndpoint}/demo") with { ConnectWithin = TimeSpan.FromSeconds(1) };
        await using var camera = new RunningCamera(settings);
        Assert.Equal(DeviceState.Offline, (await camera.UntilAsync("camera-no-answer")).State);
    }

    [Fact(Timeout = 120_000)]
    public async Task Region_smaller_than_a_pixel_is_a_wrong_size()
    {
        var video = await TestVideo.MakeAsync(_folder.Path, Cancelled, 64, 64);
        await using var camera = new RunningCamera(RunningCamera.Settings(video) with { Region = new FrameRegion(0, 0, 0.01, 0.01) });
        Assert.Equal(DeviceState.Faulty, (await camera.UntilAsync("camera-wrong-size")).State);
    }

    [Fact(Timeout = 120_000)]
    public async Task Absent_program_is_named_with_the_fix()
    {
        await using var camera = new RunningCamera(RunningCamera.Settings("a.mp4") with { Ffmpeg = _folder.File("no-such-program") });
        Assert.Contains("install ffmpeg", (await camera.UntilAsync("ffmpeg-missing")).Reason.En, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Frame_that_breaks_off_in_the_middle_is_thrown_away()
    {
        var settings = RunningCamera.Settings(await TestVideo.MakeAsync(_folder.Path, Cancelled));
        var cut = $"#!/bin/sh\nffmpeg \"$@\" | head -c {(settings.FrameBytes * 5) / 2}\n";
        var program = _folder.Write("cut-off", cut, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await using var camera = new RunningCamera(settings with { Ffmpeg = program });
        var end = await camera.UntilAsync("camera-cut-off");
        Assert.Equal("2", end.Details["frames"]);
        Assert.Equal($"{settings.FrameBytes / 2}", end.Details["partialBytes"]);
    }

    [Fact(Timeout = 120_000)]
    public async Task Slow_reader_gets_the_newest_frame_and_the_others_are_counted()
    {
        var settings = RunningCamera.Settings(await TestVideo.MakeAsync(_folder.Path, Cancelled)) with { RealTime = false };
        await using var camera = new RunningCamera(settings);
        var ended = await camera.UntilAsync("camera-ended");
        var frames = long.Parse(ended.Details["frames"], System.Globalization.CultureInfo.InvariantCulture);
        using var newest = await camera.Source.ReadAsync(Cancelled);
        Assert.True(newest.Number >= frames, $"got {newest.Number} of {frames}");
        Assert.True(camera.Source.Dropped >= frames - 1, $"{camera.Source.Dropped} of {frames} counted");
    }

    [Fact(Timeout = 120_000)]
    public async Task Looping_file_goes_on_after_its_end()
    {
        var settings = RunningCamera.Settings(await TestVideo.MakeAsync(_folder.Path, Cancelled, seconds: 1)) with { Loop = true, RealTime = false };
        await using var camera = new RunningCamera(settings);
        for (long number = 0; number <= 30;)
        {
            using var frame = await camera.Source.ReadAsync(Cancelled);
            number = frame.Number;
        }

        Assert.NotEqual(0, camera.Source.ChildId);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<DemoRtspServer> ServeAsync() => await DemoRtspServer.StartAsync(
        new Dictionary<string, string>(StringComparer.Ordinal) { ["demo"] = await TestVideo.MakeAsync(_folder.Path, Cancelled) }, Cancelled);
}
