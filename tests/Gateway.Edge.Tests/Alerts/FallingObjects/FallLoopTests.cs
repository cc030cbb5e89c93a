using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Tests.Passages;
using Gateway.Edge.Tests.Uplink;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

public sealed class FallLoopTests
{
    private static readonly Fall Ninth = Falls.Of(9, FacadeCamera.PictureWidth, FacadeCamera.PictureHeight);
    private readonly FacadeCamera _camera = new();
    private readonly MemoryJournal _journal = new();
    private readonly ListLogger<FallWatch> _log = new();
    private readonly FallTroubles _troubles = new();
    private readonly FixedDevices _devices = new();
    private readonly List<SeenFall> _told = [];
    private readonly FakeTimeProvider _clock = new(SampleFalls.Noon);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Fall_is_told_with_its_wall_time_its_view_and_a_picture()
    {
        var detectors = new ScriptedDetectors(grey => grey == 200 ? [Ninth] : []);
        for (var frame = 0; frame < 100; frame++)
        {
            // The stream runs for a minute already when the fall begins at its zero: frames arrive 300 ms late, one of them at once.
            var at = TimeSpan.FromMilliseconds(40 * frame);
            _camera.Show(at, SampleFalls.Noon + at + TimeSpan.FromMilliseconds(frame == 50 ? 0 : 300), grey: (byte)(frame == 90 ? 200 : 100));
        }

        await RunAsync(detectors);

        var seen = Assert.Single(_told);
        Assert.Equal((SampleFalls.Noon, SampleFalls.Noon + Ninth.Duration), (seen.Began, seen.Ended));
        Assert.Equal((320, 180, 6), (detectors.View!.Width, detectors.View.Height, detectors.View.Columns));
        Assert.Same(_camera.Facade.Calibration, detectors.View.Calibration);
        Assert.InRange(seen.Frame!.Time, TimeSpan.Zero, Ninth.Duration);
        Assert.Equal(100, _camera.GivenBack);
    }

    [Fact(Timeout = 60_000)]
    public async Task Picture_that_shows_nothing_new_is_not_looked_at()
    {
        var looks = 0;
        var detectors = new ScriptedDetectors(_ =>
        {
            looks++;
            return [];
        });
        _camera.Show(TimeSpan.FromSeconds(1), SampleFalls.Noon);
        _camera.Show(TimeSpan.FromSeconds(1.04), SampleFalls.Noon.AddSeconds(0.04), repeats: true);
        _camera.Show(TimeSpan.FromSeconds(1.08), SampleFalls.Noon.AddSeconds(0.08));
        await RunAsync(detectors);
        Assert.Equal((2, 3), (looks, _camera.GivenBack));
    }

    [Fact(Timeout = 60_000)]
    public async Task Torn_stream_ends_what_was_falling_and_the_next_frame_begins_anew()
    {
        var detectors = new ScriptedDetectors(_ => []) { AtTheEnd = [Ninth] };
        _camera.Show(TimeSpan.FromSeconds(60), SampleFalls.Noon);
        _camera.Show(TimeSpan.FromSeconds(60.04), SampleFalls.Noon.AddSeconds(0.04));
        _camera.Show(TimeSpan.Zero, SampleFalls.Noon.AddSeconds(20));
        await RunAsync(detectors);

        // Once at the tear, by the old connection's clock, and once at the end, by the new one's.
        Assert.Equal([SampleFalls.Noon.AddSeconds(-60), SampleFalls.Noon.AddSeconds(20)], _told.Select(seen => seen.Began));
        Assert.Equal(1, detectors.Created);
    }

    [Fact(Timeout = 60_000)]
    public async Task Frames_lost_for_longer_are_told_as_the_devices_health_and_so_is_their_end()
    {
        var detectors = new ScriptedDetectors(_ => []);
        for (var second = 0; second < 120; second++)
        {
            _camera.Show(TimeSpan.FromSeconds(second), SampleFalls.Noon.AddSeconds(second));
        }

        // Ten a second are lost at first.
        var frames = new LosingFrames(_camera, () => _camera.Dropped += _camera.GivenBack < 50 ? 10 : 0);
        await RunAsync(detectors, frames);

        var records = await _journal.ReadAsync(0, 10, Token);
        var told = records.Select(record => JsonSerializer.Deserialize<DeviceHealthData>(record.Data.Span, JsonSerializerOptions.Web)!).ToList();
        Assert.Equal([("Degraded", FallHealth.Overloaded), ("Online", FallHealth.KeepsUp)], told.Select(data => (data.State, data.Code)));
        Assert.All(told, data => Assert.Equal(("tower-1", "falling-object-camera"), (data.Device, data.DeviceKind)));
        Assert.Contains("91%", told[0].Reason.Zh, StringComparison.Ordinal);
        Assert.Contains("91 %", told[0].Reason.En, StringComparison.Ordinal);
        Assert.Contains("does not keep up", _log.Text, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Camera_that_sees_nothing_for_longer_is_told_as_its_health_and_so_is_the_end()
    {
        for (var second = 0; second < 130; second++)
        {
            _camera.Show(TimeSpan.FromSeconds(second), SampleFalls.Noon.AddSeconds(second), grey: second < 60 ? ScriptedDetectors.BlindGrey : (byte)100);
        }

        await RunAsync(new ScriptedDetectors(_ => []));
        var records = await _journal.ReadAsync(0, 10, Token);
        var told = records.Select(record => JsonSerializer.Deserialize<DeviceHealthData>(record.Data.Span, JsonSerializerOptions.Web)!).ToList();
        Assert.Equal([("Degraded", FallHealth.Blind), ("Online", FallHealth.KeepsUp)], told.Select(data => (data.State, data.Code)));
        Assert.Equal("100", told[0].Details["blindPercent"]);
        Assert.Contains("遮挡", told[0].Reason.Zh, StringComparison.Ordinal);
        Assert.Contains("covers the lens", told[0].Reason.En, StringComparison.Ordinal);
        Assert.Empty(_troubles.All);
    }

    [Fact(Timeout = 60_000)]
    public async Task Camera_that_goes_silent_right_after_a_fall_does_not_hold_it_back()
    {
        var detectors = new ScriptedDetectors(_ => []) { AtTheEnd = [Ninth] };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var health = new FallHealth(_camera, _devices, _troubles, _journal, _log);
        var loop = new FallLoop(_camera, _camera, detectors, _ => told.TrySetResult(), health, _clock);
        _camera.Show(TimeSpan.FromSeconds(9), SampleFalls.Noon.AddSeconds(9));
        var running = loop.RunAsync(stop.Token);

        // It waits for a frame that does not come; time goes on meanwhile.
        Assert.Equal(1, _clock.Started(StreamBreak.LongestGap));
        _clock.Advance(StreamBreak.LongestGap);
        await told.Task.WaitAsync(Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    /// <summary>Works all frames that the camera has, then cancels.</summary>
    private async Task RunAsync(ScriptedDetectors detectors, LosingFrames? frames = null)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        frames ??= new LosingFrames(_camera, () => { });
        frames.Empty = stop.Cancel;
        await using (var health = new FallHealth(_camera, _devices, _troubles, _journal, _log))
        {
            var loop = new FallLoop(_camera, frames, detectors, _told.Add, health, _clock);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loop.RunAsync(stop.Token));
        }
    }
}
