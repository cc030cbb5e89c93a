using System.Globalization;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Video.Recording;

/// <summary>Rings and clips of a real camera server.</summary>
public sealed class RecordingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Ring => _folder.File("ring/camera");

    [Fact(Timeout = 120_000)]
    public async Task Clip_holds_the_cameras_own_pictures_of_the_asked_time()
    {
        var video = await CounterVideo.MakeAsync(_folder.Path, 30);
        await using var server = await ServeAsync(video);
        await using var camera = new RunningCamera(Settings(server.Address + "/demo"));
        await GrownAsync(3);
        var (number, instant) = await NowAsync(camera);
        using var pin = camera.Source.Clips.Pin(new ClipSpan(instant, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)));
        Assert.True(pin.IsHeld);
        var clip = await camera.Source.Clips.CutAsync(pin, _folder.File("clip.mp4"), Cancelled);

        Assert.Null(clip.Warning);
        Assert.Equal(VideoCodec.H264, clip.Codec);
        Assert.Equal("h264", await CounterVideo.ProbeAsync(clip.Path, "stream=codec_name"));
        Assert.Equal(clip.Bytes, new FileInfo(clip.Path).Length);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(clip.Path));
        Assert.True(clip.Start <= instant.AddSeconds(-1.5) && clip.End >= instant.AddSeconds(1.5), $"{clip.Start:O}..{clip.End:O} is about {instant:O}");
        var duration = double.Parse(await CounterVideo.ProbeAsync(clip.Path, "format=duration"), CultureInfo.InvariantCulture);
        Assert.InRange(duration - (clip.End - clip.Start).TotalSeconds, -0.3, 0.3);

        // Every picture, bit for bit, is one that the camera was given; none was encoded anew, none is lost between two segments.
        var given = await CounterVideo.HashesAsync(video);
        var copied = await CounterVideo.HashesAsync(clip.Path);
        Assert.InRange(copied.Count, 45, given.Count);
        var first = given.ToList().IndexOf(copied[0]);
        Assert.Equal(Enumerable.Range(first, copied.Count).Select(i => given[i % given.Count]), copied);

        // What the clip shows at the instant is what the gateway saw then.
        var shown = CounterVideo.NumberOf(await CounterVideo.StillAsync(clip.Path, instant - clip.Start));
        Assert.InRange(Math.Abs(shown - number), 0, CounterVideo.Rate);
        Assert.Equal(first, CounterVideo.NumberOf(await CounterVideo.StillAsync(clip.Path, TimeSpan.Zero)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Ring));
    }

    [Fact(Timeout = 120_000)]
    public async Task Camera_with_a_login_is_recorded_over_its_one_connection()
    {
        var login = _folder.Write("login", "viewer:s3cret word\n", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using var server = await ServeAsync(await CounterVideo.MakeAsync(_folder.Path, 20), login);
        await using var camera = new RunningCamera(Settings(server.Address + "/demo") with { Credentials = new CameraCredentials("viewer", "s3cret word") });
        await GrownAsync(2);
        Assert.DoesNotContain("s3cret", await File.ReadAllTextAsync($"/proc/{camera.Source.ChildId}/cmdline", Cancelled), StringComparison.Ordinal);
        var (_, instant) = await NowAsync(camera);
        using var pin = camera.Source.Clips.Pin(new ClipSpan(instant, TimeSpan.FromSeconds(1), TimeSpan.Zero));
        var clip = await camera.Source.Clips.CutAsync(pin, _folder.File("clip.mp4"), Cancelled);
        Assert.InRange(CounterVideo.NumberOf(await CounterVideo.StillAsync(clip.Path, TimeSpan.Zero)), 0, 300);
    }

    [Fact(Timeout = 120_000)]
    public async Task H265_is_copied_as_it_is_and_sound_is_left_out()
    {
        var video = await CounterVideo.MakeAsync(_folder.Path, 20, "libx265", sound: true);
        await using var camera = new RunningCamera(Settings(video));
        await GrownAsync(3);
        var (_, instant) = await NowAsync(camera);
        using var pin = camera.Source.Clips.Pin(new ClipSpan(instant, TimeSpan.FromSeconds(1.5), TimeSpan.Zero));
        var clip = await camera.Source.Clips.CutAsync(pin, _folder.File("clip.mp4"), Cancelled);
        Assert.Equal(VideoCodec.H265, clip.Codec);
        Assert.Equal("hevc,hvc1", await CounterVideo.ProbeAsync(clip.Path, "stream=codec_name,codec_tag_string"));
        var shown = CounterVideo.NumberOf(await CounterVideo.StillAsync(clip.Path, TimeSpan.Zero));
        Assert.Equal(0, shown % CounterVideo.Rate);
    }

    [Fact(Timeout = 120_000)]
    public async Task Sound_is_kept_where_it_is_asked_for()
    {
        var settings = Settings(await CounterVideo.MakeAsync(_folder.Path, 20, sound: true));
        await using var camera = new RunningCamera(settings with { Recording = settings.Recording! with { Audio = true } });
        await GrownAsync(2);
        var (_, instant) = await NowAsync(camera);
        using var pin = camera.Source.Clips.Pin(new ClipSpan(instant, TimeSpan.FromSeconds(1), TimeSpan.Zero));
        var clip = await camera.Source.Clips.CutAsync(pin, _folder.File("clip.mp4"), Cancelled);
        Assert.Equal("h264\naac", await CounterVideo.ProbeAsync(clip.Path, "stream=codec_name"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Killed_child_leaves_its_last_file_to_the_ring_and_the_clip_names_the_gap()
    {
        var video = await CounterVideo.MakeAsync(_folder.Path, 40);
        await using var server = await ServeAsync(video);
        var pause = TimeSpan.FromSeconds(2);
        await using var camera = new RunningCamera(Settings(server.Address + "/demo") with { ReconnectFrom = pause * 2, ReconnectUpTo = pause * 2 });
        await GrownAsync(3);
        await ProcessSignal.SendAsync(camera.Source.ChildId, "KILL", Cancelled);
        await camera.UntilAsync("ffmpeg-failed");
        var (_, instant) = await NowAsync(camera);
        Assert.DoesNotContain(Directory.GetFiles(Ring), file => Path.GetFileName(file).StartsWith("live-", StringComparison.Ordinal) && new FileInfo(file).LastWriteTimeUtc < instant.UtcDateTime.AddSeconds(-pause.TotalSeconds * 2));
        using var pin = camera.Source.Clips.Pin(new ClipSpan(instant, TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(3)));
        var clip = await camera.Source.Clips.CutAsync(pin, _folder.File("clip.mp4"), Cancelled);
        Assert.Contains("s in between", clip.Warning!.En, StringComparison.Ordinal);
        Assert.Contains("中间", clip.Warning.Zh, StringComparison.Ordinal);

        // The clip's own time runs on over the gap.
        var duration = double.Parse(await CounterVideo.ProbeAsync(clip.Path, "format=duration"), CultureInfo.InvariantCulture);
        Assert.InRange(duration - (clip.End - clip.Start).TotalSeconds, -0.5, 0.5);
    }

    [Fact(Timeout = 120_000)]
    public async Task Many_clips_at_once_are_all_cut()
    {
        await using var server = await ServeAsync(await CounterVideo.MakeAsync(_folder.Path, 20));
        await using var camera = new RunningCamera(Settings(server.Address + "/demo"));
        await GrownAsync(2);
        var (_, instant) = await NowAsync(camera);
        var clips = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            using var pin = camera.Source.Clips.Pin(new ClipSpan(instant, TimeSpan.FromSeconds(1), TimeSpan.Zero));
            return await camera.Source.Clips.CutAsync(pin, _folder.File($"clip-{i}.mp4"), Cancelled);
        }));
        Assert.All(clips, clip => Assert.True(clip.Bytes > 0));
        Assert.Single(clips.Select(clip => clip.Bytes).Distinct());
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.part"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Clip_into_a_folder_that_does_not_exist_is_refused_in_words()
    {
        await using var camera = new RunningCamera(Settings(await CounterVideo.MakeAsync(_folder.Path, 20)));
        await GrownAsync(2);
        var (_, instant) = await NowAsync(camera);
        using var pin = camera.Source.Clips.Pin(new ClipSpan(instant, TimeSpan.FromSeconds(1), TimeSpan.Zero));
        var refused = await Assert.ThrowsAsync<DeviceFaultException>(() => camera.Source.Clips.CutAsync(pin, _folder.File("none/clip.mp4"), Cancelled));
        Assert.Contains("cannot be written", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Camera_without_a_recording_says_so()
    {
        var source = new FfmpegVideoSource(RunningCamera.Settings("rtsp://127.0.0.1/none"), TimeProvider.System, new Random(1));
        Assert.Contains("hardware file", source.Clips.Absent!.En, StringComparison.Ordinal);
        using var pin = source.Clips.Pin(ClipSpan.Around(DateTimeOffset.UnixEpoch));
        Assert.False(pin.IsHeld);
        await Assert.ThrowsAsync<DeviceFaultException>(() => source.Clips.CutAsync(pin, _folder.File("clip.mp4"), Cancelled));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<(int Number, DateTimeOffset At)> NowAsync(RunningCamera camera)
    {
        using (await camera.Source.ReadAsync(Cancelled))
        {
            // This one may have waited; the next is new.
        }

        using var frame = await camera.Source.ReadAsync(Cancelled);
        return (CounterVideo.NumberOf(frame.Image), frame.CapturedAt);
    }

    private Task GrownAsync(int files) => RingWatch.GrownAsync(Ring, files);

    private VideoSettings Settings(string url) => RunningCamera.Settings(url) with
    {
        Recording = new RecordingSettings { Folder = Ring, Segment = TimeSpan.FromSeconds(1), ReserveBytes = 0 },
    };

    private static Task<DemoRtspServer> ServeAsync(string video, string? login = null) => DemoRtspServer.StartAsync(
        new Dictionary<string, string>(StringComparer.Ordinal) { ["demo"] = video }, Cancelled, loginFile: login);
}
