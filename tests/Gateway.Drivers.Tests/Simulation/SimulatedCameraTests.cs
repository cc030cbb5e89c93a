using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Pictures;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Drivers.Simulation;
using Gateway.Drivers.Simulation.Scenarios;

namespace Gateway.Drivers.Tests.Simulation;

public sealed class SimulatedCameraTests : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(40);

    private static readonly FacadeCalibration Calibration = FacadeCalibration.FromPlacement(
        new CameraPlacement(Tilt: 25, Height: 2, Distance: 35, CameraPlacement.FocalLengthOf(70)), new Building(12, 3));

    private readonly FakeTimeProvider _clock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SimulatedColourCamera _camera;
    private readonly List<VideoStatus> _said = [];
    private readonly List<(long Number, DateTimeOffset At)> _read = [];
    private readonly Task _run;

    public SimulatedCameraTests()
    {
        _camera = new SimulatedColourCamera(new VideoSettings { Url = "simulated", Width = 320, Height = 180 }, _clock, new ScenePainter(Calibration, 1));
        _run = _camera.RunAsync(
            status =>
            {
                _said.Add(status);
                return ValueTask.CompletedTask;
            },
            _stop.Token);
    }

    [Fact(Timeout = 60_000)]
    public async Task Idle_camera_shows_a_frame_in_two_seconds_and_is_online()
    {
        await NextAsync();
        for (var i = 0; i < 5; i++)
        {
            await NextAsync();
            Assert.True(Pace >= TimeSpan.FromSeconds(1.8), $"a frame every {Pace}");
        }

        Assert.Equal("ok", Assert.Single(_said).Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task Fall_is_shown_at_once_and_frame_by_frame_until_it_is_over()
    {
        await NextAsync();
        _camera.Fall(floor: 10, x: 0.5);
        List<int> rows = [ThingOf(await AtOnceAsync()).Row];
        for (var i = 0; i < 300 && (rows[^1] >= 0); i++)
        {
            rows.Add(ThingOf((await NextAsync()).Image).Row);
        }

        var seen = rows.TakeWhile(row => row >= 0).ToList();
        Assert.True(seen.Count > 20, $"seen in {seen.Count} frames");
        Assert.Equal(seen.Order(), seen);
        await NextAsync();
        await NextAsync();
        Assert.True(Pace >= TimeSpan.FromSeconds(1), "and then it idles again");
    }

    [Fact]
    public void Thing_falls_as_fast_as_gravity_pulls_in_the_facades_projection()
    {
        var painter = new ScenePainter(Calibration, 2);
        var fall = painter.Fall(floor: 8, x: 0.3)! with { Began = TimeSpan.FromSeconds(100) };
        Assert.Equal(22, fall.From, 1e-9);
        var image = new BgrImage(new byte[640 * 360 * 3], 640, 360);
        foreach (var seconds in new[] { 0.2, 0.8, 1.4, 1.9 })
        {
            painter.Paint(new SceneCanvas(image.Pixels, 640, 360, channels: 3), [fall], TimeSpan.FromSeconds(100 + seconds), covered: false);
            var (row, column) = ThingOf(image);
            Assert.Equal(22 - (9.80665 / 2 * seconds * seconds), Calibration.HeightAt((row + 3) / 360.0).Metres, 0.6);
            Assert.InRange(column + 3, 0.3 * 640 - 4, 0.3 * 640 + 4);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Covered_camera_is_covered_and_sees_again_when_uncovered()
    {
        await NextAsync();
        await NextAsync();
        _camera.Pictures.SetReference();
        _camera.Cover();
        Assert.Equal("picture-covered", Assert.Single(await FindingsAsync(count: 1)).Code);
        _camera.Cover(covered: false);
        Assert.Empty(await FindingsAsync(count: 0));
    }

    [Fact(Timeout = 60_000)]
    public async Task Scenario_can_make_something_fall()
    {
        await NextAsync();
        IScenarioTarget target = new CameraDeeds(_camera, _clock);
        Assert.Equal(["fall", "cover", "freeze"], target.Deeds);
        await target.ActAsync(new ScenarioAct("tower-1", "fall", TimeSpan.Zero, 6, Text: null), TestContext.Current.CancellationToken);
        Assert.True(ThingOf(await AtOnceAsync()).Row >= 0);
    }

    [Fact(Timeout = 60_000)]
    public async Task Frozen_camera_is_found_frozen_and_a_living_idle_one_is_not()
    {
        for (var i = 0; i < 40; i++)
        {
            await NextAsync();
        }

        Assert.Empty(_camera.Pictures.Check().Findings);
        _camera.Freeze();
        await AtOnceAsync();
        for (var i = 0; i < 40; i++)
        {
            await NextAsync();
        }

        Assert.Equal("picture-frozen", Assert.Single(_camera.Pictures.Check().Findings).Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task Person_stands_in_the_picture_for_as_long_as_told()
    {
        await NextAsync();
        var red = new BgrImage([.. Enumerable.Repeat(new byte[] { 0, 0, 255 }, 60 * 80).SelectMany(pixel => pixel)], 60, 80);
        _camera.Person(red, TimeSpan.FromSeconds(3));
        var image = await AtOnceAsync();
        var at = (140 * image.Stride) + (160 * 3);
        Assert.True(image.Pixels[at + 2] > 200 && image.Pixels[at] < 50);
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromSeconds(5);)
        {
            var (next, waited) = await NextAsync();
            (image, passed) = (next, passed + waited);
        }

        Assert.True(image.Pixels[at + 2] < 200);
    }

    [Fact]
    public void Picture_larger_than_the_frame_is_cut_and_harms_nobody()
    {
        var painter = new ScenePainter(calibration: null, 1);
        var image = new BgrImage(new byte[100 * 60 * 3], 100, 60);
        painter.Paint(new SceneCanvas(image.Pixels, 100, 60, channels: 3), [new SceneAct.Standing(new BgrImage(new byte[300 * 200 * 3], 300, 200), Tick)], TimeSpan.Zero, covered: false);
        Assert.Null(painter.Fall(3, 0.5));
    }

    [Fact]
    public async Task Simulated_camera_says_plainly_that_it_has_no_recording()
    {
        Assert.Equal("A simulated camera has no recording", _camera.Clips.Absent!.En);
        using var pin = _camera.Clips.Pin(ClipSpan.Around(_clock.GetUtcNow()));
        var refused = await Assert.ThrowsAsync<Gateway.Drivers.Devices.DeviceFaultException>(() => _camera.Clips.CutAsync(pin, "/tmp/none.mp4", CancellationToken.None));
        Assert.Contains("simulated", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Time from frame to frame between the last two that were read: the camera's own, however late the reader is.</summary>
    private TimeSpan Pace => (_read[^1].At - _read[^2].At) / (_read[^1].Number - _read[^2].Number);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _run);
        _stop.Dispose();
    }

    private static (int Row, int Column) ThingOf(BgrImage image)
    {
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width - 2; x++)
            {
                // Three dark pixels side by side: neither a window nor noise.
                var run = image.Span.Slice((y * image.Stride) + (x * 3), 9);
                if (run.IndexOfAnyExceptInRange((byte)0, (byte)51) < 0)
                {
                    return (y, x);
                }
            }
        }

        return (-1, -1);
    }

    /// <summary>The next frame, and how much time had to pass until it came.</summary>
    private async Task<(BgrImage Image, TimeSpan Waited)> NextAsync()
    {
        var read = _camera.ReadAsync(TestContext.Current.CancellationToken).AsTask();
        var waited = TimeSpan.Zero;
        while (!read.IsCompleted)
        {
            if (_clock.IsAwaited)
            {
                _clock.Advance(Tick);
                waited += Tick;
            }

            await Task.Yield();
        }

        return (await CopyAsync(read), waited);
    }

    /// <summary>What is found wrong with the picture, once a frame shows it: the camera may be painting one of before.</summary>
    private async Task<IReadOnlyList<PictureFinding>> FindingsAsync(int count)
    {
        for (var frames = 0; frames < 10 && _camera.Pictures.Check().Findings.Count != count; frames++)
        {
            await NextAsync();
        }

        return _camera.Pictures.Check().Findings;
    }

    /// <summary>The frame that comes by itself after something was made to happen.</summary>
    private Task<BgrImage> AtOnceAsync() => CopyAsync(_camera.ReadAsync(TestContext.Current.CancellationToken).AsTask());

    private async Task<BgrImage> CopyAsync(Task<VideoFrame> read)
    {
        using var frame = await read;
        _read.Add((frame.Number, frame.CapturedAt));
        return new BgrImage(frame.Image.Span.ToArray(), frame.Image.Width, frame.Image.Height);
    }
}
