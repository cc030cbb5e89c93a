using System.Diagnostics;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Video.Recording;

/// <summary>Disks that fail, gateways that die.</summary>
public sealed class RecordingTroubleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Ring => _folder.File("state/ring");

    [Fact(Timeout = 120_000)]
    public async Task Folder_that_cannot_be_made_costs_the_recording_and_not_the_frames_until_it_can()
    {
        await File.WriteAllTextAsync(_folder.File("state"), "a file where a folder should be", Cancelled);
        await using var camera = new RunningCamera(await SettingsAsync());
        Assert.Equal(DeviceState.Online, (await camera.UntilAsync("ok")).State);
        var degraded = await camera.UntilAsync("recording-disk");
        Assert.Equal(DeviceState.Degraded, degraded.State);
        Assert.Contains("check the disk", degraded.Reason.En, StringComparison.Ordinal);
        Assert.Contains("磁盘", degraded.Reason.Zh, StringComparison.Ordinal);
        await FramesAsync(camera, 10);

        File.Delete(_folder.File("state"));
        await camera.UntilAsync("ok");
        await RingWatch.GrownAsync(Ring, 2);
    }

    [Fact(Timeout = 120_000)]
    public async Task Disk_that_takes_no_more_bytes_does_not_stop_the_frames_and_is_reported()
    {
        // Every file ends at 4 KiB with an error of the kernel, as on a disk that is full.
        var program = _folder.Write("full-disk", "#!/bin/sh\ntrap '' XFSZ\nulimit -f 8\nexec ffmpeg \"$@\"\n", UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var settings = await SettingsAsync();
        await using var camera = new RunningCamera(settings with
        {
            Ffmpeg = program,
            Recording = settings.Recording! with { QuietAfter = TimeSpan.FromSeconds(6), Segment = TimeSpan.FromSeconds(30) },
        });
        await camera.UntilAsync("ok");
        var child = camera.Source.ChildId;
        var degraded = await camera.UntilAsync("recording-stopped");
        Assert.Equal(DeviceState.Degraded, degraded.State);
        await camera.UntilAsync("ok");
        Assert.NotEqual(child, camera.Source.ChildId);

        // Started anew once, to no avail: from here on the frames are left in peace.
        child = camera.Source.ChildId;
        await camera.UntilAsync("recording-stopped");
        await FramesAsync(camera, 60);
        Assert.Equal(child, camera.Source.ChildId);
    }

    [Fact(Timeout = 120_000)]
    public async Task Gateway_killed_outright_finds_its_ring_again_with_the_file_that_was_open()
    {
        var settings = await SettingsAsync();
        var start = new ProcessStartInfo("dotnet", [typeof(RecordingTroubleTests).Assembly.Location]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment[CameraHost.Variable] = settings.Url;
        start.Environment[CameraHost.RingVariable] = Ring;
        using (var parent = Process.Start(start)!)
        {
            await RingWatch.GrownAsync(Ring, 3);
            await ProcessSignal.SendAsync(parent.Id, "KILL", Cancelled);
            await parent.WaitForExitAsync(Cancelled);
        }

        // FFmpeg dies with its parent; what it had not closed is still called live.
        var closed = Directory.GetFiles(Ring, "seg-*.ts").Length;
        await File.WriteAllTextAsync(Path.Combine(Ring, "live-0-000009.ts"), "torn", Cancelled);
        await using var camera = new RunningCamera(settings);
        await RingWatch.GrownAsync(Ring, closed + 2);
        Assert.Single(Directory.GetFiles(Ring, "live-*.ts"));
        var now = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        using var pin = camera.Source.Clips.Pin(new ClipSpan(now, TimeSpan.FromSeconds(60), TimeSpan.Zero));
        var clip = await camera.Source.Clips.CutAsync(pin, _folder.File("clip.mp4"), Cancelled);
        Assert.Contains("at the start", clip.Warning!.En, StringComparison.Ordinal);
        Assert.True(clip.End - clip.Start > TimeSpan.FromSeconds(4), $"{clip.Start:O}..{clip.End:O}");
        Assert.InRange(CounterVideo.NumberOf(await CounterVideo.StillAsync(clip.Path, TimeSpan.Zero)), 0, 1023);
    }

    [Fact(Timeout = 120_000)]
    public async Task Time_before_the_ring_is_refused_and_a_side_too_long_as_well()
    {
        await using var camera = new RunningCamera(await SettingsAsync());
        var clips = camera.Source.Clips;
        Assert.Null(clips.Absent);
        using var pin = clips.Pin(ClipSpan.Around(DateTimeOffset.UnixEpoch));
        var refused = await Assert.ThrowsAsync<DeviceFaultException>(() => clips.CutAsync(pin, _folder.File("clip.mp4"), Cancelled));
        Assert.Contains("was not recording then", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("clip.mp4")));
        Assert.Throws<ArgumentOutOfRangeException>(() => clips.Pin(new ClipSpan(DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(6), TimeSpan.Zero)));
        Assert.Throws<ArgumentOutOfRangeException>(() => clips.Pin(new ClipSpan(DateTimeOffset.UnixEpoch, TimeSpan.Zero, TimeSpan.FromSeconds(-1))));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task FramesAsync(RunningCamera camera, int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var frame = await camera.Source.ReadAsync(Cancelled);
        }
    }

    private async Task<VideoSettings> SettingsAsync() => RunningCamera.Settings(await CounterVideo.MakeAsync(_folder.Path, 60)) with
    {
        Loop = true,
        Recording = new RecordingSettings { Folder = Ring, Segment = TimeSpan.FromSeconds(1), ReserveBytes = 0 },
    };
}
