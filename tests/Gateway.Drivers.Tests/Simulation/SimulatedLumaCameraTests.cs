using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Drivers.Simulation;
using Gateway.Drivers.Simulation.Scenarios;

namespace Gateway.Drivers.Tests.Simulation;

/// <summary>A camera of 320 x 180 that watches twelve floors; its clock goes on only while everybody waits.</summary>
public sealed class SimulatedLumaCameraTests : IAsyncDisposable
{
    private const int Width = 320;
    private const int Height = 180;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(40);

    private static readonly FacadeCalibration Calibration = FacadeCalibration.FromPlacement(
        new CameraPlacement(Tilt: 25, Height: 2, Distance: 35, CameraPlacement.FocalLengthOf(70)), new Building(12, 3));

    private readonly FakeTimeProvider _clock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SimulatedLumaCamera _camera;
    private readonly Task _run;

    public SimulatedLumaCameraTests()
    {
        _camera = new SimulatedLumaCamera(
            new VideoSettings { Url = "simulated", Width = 2 * Width, Height = 2 * Height }, AnalysisScale.Half, _clock, new ScenePainter(Calibration, 1));
        _run = _camera.RunAsync(_ => ValueTask.CompletedTask, _stop.Token);
    }

    [Fact(Timeout = 60_000)]
    public async Task Scene_is_shown_at_full_rate_first_and_then_once_a_second()
    {
        var times = (await ReadAsync(56)).ConvertAll(shot => shot.Time.TotalMilliseconds);
        Assert.Equal(Enumerable.Range(0, 51).Select(i => i * 40.0), times[..51]);
        Assert.Equal([3000, 4000, 5000, 6000, 7000], times[51..]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Nothing_but_mild_noise_changes_while_nothing_happens()
    {
        var shots = await ReadAsync(30);
        var differences = shots[0].Pixels.Zip(shots[29].Pixels, (a, b) => Math.Abs(a - b)).ToList();
        Assert.InRange(differences.Average(), 0.5, 3);
        Assert.InRange(differences.Max(), 3, 10);
        Assert.True(shots[0].Pixels.Max() - shots[0].Pixels.Min() > 100, "there are windows");
    }

    [Fact(Timeout = 60_000)]
    public async Task Fall_is_announced_by_the_empty_scene_and_followed_from_its_window_to_the_ground()
    {
        var scene = (await ReadAsync(55))[^1];
        _camera.Fall(floor: 9, x: 0.4);
        List<Shot> shots = [await AtOnceAsync(), .. await ReadAsync(100)];
        var full = shots.Skip(1).TakeWhile((shot, i) => shot.Time - shots[i].Time == Tick).Count();
        var seen = shots.Select(shot => (shot.Time, At: ThingOf(scene, shot))).Where(found => found.At is not null).ToList();
        var began = seen[0].Time - shots[0].Time;
        Assert.InRange(began.TotalMilliseconds, 400, 440);
        var lasts = Math.Sqrt(2 * 25 / 9.80665);
        Assert.InRange((seen[^1].Time - seen[0].Time).TotalSeconds, lasts - 0.5, lasts + 0.05); // the ground is below the picture
        Assert.Equal(0.4 + lasts + 1, (full + 1) * 0.04, 0.15);
        foreach (var (time, at) in seen.SkipLast(2))
        {
            var fallen = (time - seen[0].Time).TotalSeconds;
            Assert.Equal(25 - (9.80665 / 2 * fallen * fallen), Calibration.HeightAt(at!.Value.Y / Height).Metres, 1.3);
            Assert.Equal(0.4 * Width, at.Value.X, 1.5);
            Assert.True(at.Value.Pixels >= 9, $"only {at.Value.Pixels} pixels stand out");
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Times_are_those_of_a_clock_that_runs_faster()
    {
        await _stop.CancelAsync(); // one camera at a time makes the clock go on
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _run);
        var fast = new ScaledTime(_clock, 10);
        var camera = new SimulatedLumaCamera(
            new VideoSettings { Url = "simulated", Width = Width, Height = Height }, AnalysisScale.Full, fast, new ScenePainter(Calibration, 1));
        using var stop = new CancellationTokenSource();
        var run = camera.RunAsync(_ => ValueTask.CompletedTask, stop.Token);
        List<double> times = [];
        while (times.Count < 40)
        {
            var read = camera.ReadAsync(TestContext.Current.CancellationToken).AsTask();
            while (!read.IsCompleted)
            {
                if (_clock.IsAwaited)
                {
                    _clock.Advance(TimeSpan.FromMilliseconds(1));
                }

                await Task.Yield();
            }

            using var frame = await read;
            times.Add(frame.StreamTime.TotalMilliseconds);
        }

        Assert.Equal(Enumerable.Range(0, 40).Select(i => i * 40.0), times);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact(Timeout = 60_000)]
    public async Task Frozen_picture_is_a_repetition_and_a_living_one_is_none()
    {
        Assert.DoesNotContain(await ReadAsync(60), shot => shot.Repeats);
        _camera.Freeze();
        Assert.True((await ReadAsync(6))[^1].Repeats);
        _camera.Freeze(frozen: false);
        Assert.False((await ReadAsync(4))[^1].Repeats);
    }

    [Fact(Timeout = 60_000)]
    public async Task Patrol_finds_a_covered_and_a_frozen_camera_in_grey_frames()
    {
        await ReadAsync(55);
        _camera.Pictures.SetReference();
        Assert.Empty(_camera.Pictures.Check().Findings);
        _camera.Cover();
        await ReadAsync(6);
        Assert.Equal("picture-covered", Assert.Single(_camera.Pictures.Check().Findings).Code);
        _camera.Cover(covered: false);
        await ReadAsync(6);
        Assert.Empty(_camera.Pictures.Check().Findings);
        _camera.Freeze();
        await ReadAsync(70);
        Assert.Equal("picture-frozen", Assert.Single(_camera.Pictures.Check().Findings).Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task Scenario_can_make_something_fall()
    {
        var scene = (await ReadAsync(55))[^1];
        await ((IScenarioTarget)new CameraDeeds(_camera, _clock)).ActAsync(
            new ScenarioAct("tower-1", "fall", TimeSpan.Zero, 6, Text: null), TestContext.Current.CancellationToken);
        await AtOnceAsync();
        Assert.True((await ReadAsync(40)).Count(shot => ThingOf(scene, shot) is not null) > 15);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _run);
        _stop.Dispose();
    }

    /// <summary>The middle of what differs from the scene by far more than noise; null where nothing does.</summary>
    private static (double X, double Y, int Pixels)? ThingOf(Shot scene, Shot shot)
    {
        var (sum, x, y, pixels) = (0.0, 0.0, 0.0, 0);
        for (var i = 0; i < scene.Pixels.Length; i++)
        {
            var off = Math.Abs(scene.Pixels[i] - shot.Pixels[i]);
            if (off > 15)
            {
                (sum, x, y, pixels) = (sum + off, x + (off * ((i % Width) + 0.5)), y + (off * ((i / Width) + 0.5)), pixels + 1);
            }
        }

        return pixels == 0 ? null : (x / sum, y / sum, pixels);
    }

    private async Task<List<Shot>> ReadAsync(int count)
    {
        List<Shot> shots = [];
        while (shots.Count < count)
        {
            var read = _camera.ReadAsync(TestContext.Current.CancellationToken).AsTask();
            while (!read.IsCompleted)
            {
                if (_clock.IsAwaited)
                {
                    _clock.Advance(Tick);
                }

                await Task.Yield();
            }

            shots.Add(await CopyAsync(read));
        }

        return shots;
    }

    /// <summary>The frame that comes by itself after something was made to happen, before any time has passed.</summary>
    private Task<Shot> AtOnceAsync() => CopyAsync(_camera.ReadAsync(TestContext.Current.CancellationToken).AsTask());

    private static async Task<Shot> CopyAsync(Task<LumaFrame> read)
    {
        using var frame = await read;
        return new Shot(frame.StreamTime, frame.Pixels.ToArray(), frame.Repeats);
    }

    private sealed record Shot(TimeSpan Time, byte[] Pixels, bool Repeats);
}
