using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Tests.Passages;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

public sealed class FallWatchTests : IDisposable
{
    /// <summary>A frame of this grey is a fall; one of 13 breaks the detector.</summary>
    private const byte Falling = 200;
    private const byte Breaking = 13;

    private readonly FacadeCamera _first = new();
    private readonly FacadeCamera _second = new("tower-2");
    private readonly FallsFixture _fixture = new();
    private readonly FallTroubles _troubles = new();
    private readonly ListLogger<FallWatch> _log = new();
    private readonly ScriptedDetectors _detectors = new(grey => grey switch
    {
        Falling => [Falls.Of(9, FacadeCamera.PictureWidth, FacadeCamera.PictureHeight)],
        Breaking => throw new InvalidOperationException("The picture cannot be worked."),
        _ => [],
    });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Detector_that_throws_is_replaced_and_told_while_the_other_camera_goes_on()
    {
        using var watch = Watch(new FixedDevices(_first, _second));
        await watch.StartAsync(Token);
        Show(_first, Breaking);
        Show(_second, Falling);
        var alert = await _fixture.AlertAsync(data => data.Device == "tower-2");
        Assert.Equal(9, alert.Origin!.Floor);

        var health = await _fixture.HealthAsync(data => data.Code == FallHealth.Failed);
        Assert.Equal(("tower-1", "Faulty"), (health.Device, health.State));
        Assert.Contains("begins again", health.Reason.En, StringComparison.Ordinal);
        Assert.Contains("重新开始", health.Reason.Zh, StringComparison.Ordinal);
        Assert.Equal("tower-1", Assert.Single(_troubles.All).Camera.Value);

        // The pause before the next detector is the clock's; however often it is moved on, the camera is watched again.
        Show(_first, Falling);
        var seen = _fixture.AlertAsync(data => data.Device == "tower-1");
        while (!seen.IsCompleted)
        {
            _fixture.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Token);
        }

        Assert.Equal(3, _detectors.Created);
        await _fixture.HealthAsync(data => data is { Device: "tower-1", Code: FallHealth.KeepsUp, State: "Online" });
        Assert.Empty(_troubles.All);
        Assert.Contains("cannot be worked", _log.Text, StringComparison.Ordinal);
        await watch.StopAsync(Token);
    }

    [Fact(Timeout = 60_000)]
    public async Task Same_failure_after_a_recovery_is_told_again_and_the_recovery_tells_what_ails_the_camera_itself()
    {
        var devices = new FixedDevices(_first);
        using var watch = Watch(devices);
        await watch.StartAsync(Token);
        Show(_first, Breaking);
        var first = await HealthAsync(1);
        Assert.Equal("Faulty", first.State);
        Assert.DoesNotMatch("[A-Za-z]", first.Reason.Zh);
        Assert.Equal(nameof(InvalidOperationException), first.Details["error"]);

        devices.Health =
        [
            new DeviceHealth(
                _first.Id, "falling-object-camera", DeviceState.Degraded, "recording-failed", new Wording("录像出错", "No recording"), SampleFalls.Noon, new Dictionary<string, string>()),
        ];
        Show(_first, 100);
        var recovered = await HealthAsync(2);
        Assert.Equal(("tower-1", "Degraded", "recording-failed", "录像出错"), (recovered.Device, recovered.State, recovered.Code, recovered.Reason.Zh));
        Assert.Empty(_troubles.All);

        devices.Health = [];
        Show(_first, Breaking);
        Assert.Equal(FallHealth.Failed, (await HealthAsync(3)).Code);
        Assert.Single(_troubles.All);
        Show(_first, 100);
        var last = await HealthAsync(4);
        Assert.Equal(("Online", FallHealth.KeepsUp), (last.State, last.Code));
        await watch.StopAsync(Token);
    }

    [Fact(Timeout = 60_000)]
    public async Task Camera_that_is_added_to_the_hardware_file_is_watched_and_one_that_is_taken_out_no_more()
    {
        var devices = new FixedDevices(_first);
        using var watch = Watch(devices);
        await watch.StartAsync(Token);
        Show(_first, Falling);
        await _fixture.AlertAsync(data => data.Device == "tower-1");

        devices.Change(_second);
        Show(_second, Falling);
        await _fixture.AlertAsync(data => data.Device == "tower-2");
        var finished = _detectors.Finished;
        Assert.Equal(1, finished);
        await watch.StopAsync(Token);
        Assert.Equal(2, _detectors.Finished);
    }

    [Fact(Timeout = 60_000)]
    public async Task Nothing_is_looked_at_where_it_is_switched_off()
    {
        using var watch = Watch(new FixedDevices(_first), new FallingObjectOptions { Enabled = false });
        await watch.StartAsync(Token);
        Show(_first, Falling);
        await watch.StopAsync(Token);
        Assert.Equal((0, 0), (_detectors.Created, _first.GivenBack));
    }

    public void Dispose() => _fixture.Dispose();

    /// <summary>The record of this number, while time goes on.</summary>
    private async Task<DeviceHealthData> HealthAsync(int number)
    {
        var there = _fixture.Journal.WaitAsync(number - 1, Token).AsTask();
        while (!there.IsCompleted)
        {
            _fixture.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Token);
        }

        var record = (await _fixture.Journal.ReadAsync(number - 1, 1, Token))[0];
        return JsonSerializer.Deserialize<DeviceHealthData>(record.Data.Span, JsonSerializerOptions.Web)!;
    }

    private FallWatch Watch(FixedDevices devices, FallingObjectOptions? options = null)
    {
        var alerts = _fixture.Start(devices, _detectors);
        return new FallWatch(devices, _detectors, alerts, _troubles, _fixture.Journal, Options.Create(options ?? new FallingObjectOptions()), _fixture.Clock, _log);
    }

    private static void Show(FacadeCamera camera, byte grey) => camera.Show(TimeSpan.FromSeconds(3), SampleFalls.Noon.AddSeconds(3), grey);
}
