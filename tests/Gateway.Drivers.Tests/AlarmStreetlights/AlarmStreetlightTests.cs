using EdgeGateway.Testing;
using Gateway.Drivers.AlarmStreetlights;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.Tests.AlarmStreetlights;

public sealed class AlarmStreetlightTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly SimulatedInput _button;
    private readonly SimulatedInput _tamper;
    private readonly SimulatedOutput _lamp = new();
    private readonly SimulatedOutput _strobe = new();
    private readonly SimulatedOutput _siren = new();
    private readonly AlarmStreetlight _light;
    private readonly DeviceReporter _reporter;
    private readonly CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;

    public AlarmStreetlightTests()
    {
        (_button, _tamper) = (new SimulatedInput(_clock), new SimulatedInput(_clock));
        _light = new AlarmStreetlight(
            new DeviceId("light-1"),
            new Wording("一号灯", "Light 1"),
            _button.Take(),
            _tamper.Take(),
            new StreetlightOutputs(Take(_lamp), Take(_strobe), Take(_siren)),
            new StreetlightSettings(),
            _clock);
        _reporter = new DeviceReporter(_light.Id, _light.Kind, _clock);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Press_lights_up_and_is_told_with_its_wall_time()
    {
        Run();
        var at = _clock.GetUtcNow();
        _button.Set(true);
        var told = await NextAsync(StreetlightEvent.Pressed);
        Assert.True(told.IsUrgent);
        Assert.Equal((at, at, false), (told.At, told.PressedAt!.Value, told.Press!.Test));
        Assert.True(_lamp.IsActive && _strobe.IsActive);
        Assert.Equal(told.Press, _light.Press);
    }

    [Fact(Timeout = 60_000)]
    public async Task Lamp_lights_although_nobody_takes_what_is_told()
    {
        Run();
        await HealthAsync("ok");
        for (var i = _reporter.Queue.Count; i < 256; i++)
        {
            await _reporter.ObserveAsync(new SosObserved(_light.Id, _clock.GetUtcNow(), StreetlightEvent.TamperEnded, Press: null, PressedAt: null), Cancelled);
        }

        _button.Set(true);
        await UntilAsync(() => _lamp.IsActive && _strobe.IsActive);
    }

    [Fact(Timeout = 60_000)]
    public async Task Caller_sees_the_lamp_blink_once_an_officer_has_acknowledged()
    {
        Run();
        _button.Set(true);
        var press = (await NextAsync(StreetlightEvent.Pressed)).Press!;
        await _light.ShowAcknowledgedAsync(press.Id, Cancelled);
        Assert.False(_lamp.IsActive);
        Assert.False(_strobe.IsActive);
        await NextAsync(StreetlightEvent.Acknowledged);
        await UntilAsync(() => _lamp.IsActive, step: TimeSpan.FromMilliseconds(100));
        await UntilAsync(() => !_lamp.IsActive, step: TimeSpan.FromMilliseconds(100));
    }

    [Fact(Timeout = 60_000)]
    public async Task Acknowledgement_of_a_call_that_is_over_says_so()
    {
        Run();
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(async () => await _light.ShowAcknowledgedAsync(Guid.NewGuid(), Cancelled));
        Assert.Contains("该次求助已结束", fault.Words!.Zh, StringComparison.Ordinal);
        Assert.Contains("light-1", fault.Message, StringComparison.Ordinal);
        Assert.Contains("over", fault.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Press_is_told_although_the_lamp_cannot_be_driven_and_the_lamp_is_tried_again()
    {
        Run();
        await HealthAsync("ok");
        _lamp.Fault = "Modbus unit 3 does not answer";
        _button.Set(true);
        await NextAsync(StreetlightEvent.Pressed);
        Assert.True(_strobe.IsActive);
        var health = await HealthAsync("line-failed");
        Assert.Contains("Modbus unit 3", health.Reason.Zh, StringComparison.Ordinal);
        _lamp.Fault = null;
        await UntilAsync(() => _lamp.IsActive, step: TimeSpan.FromMilliseconds(500));
        await HealthAsync("ok");
    }

    [Fact(Timeout = 60_000)]
    public async Task Lamp_that_cannot_be_driven_any_more_is_not_said_to_have_changed()
    {
        Run();
        _button.Set(true);
        var press = (await NextAsync(StreetlightEvent.Pressed)).Press!;
        _lamp.Fault = "Modbus unit 3 does not answer";
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(async () => await _light.ShowAcknowledgedAsync(press.Id, Cancelled));
        Assert.Contains("Modbus unit 3", fault.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Lost_tamper_contact_is_named_and_the_button_goes_on()
    {
        _tamper.Fault = "the wire is cut";
        Run();
        Assert.Contains("the wire is cut", (await HealthAsync("line-failed")).Reason.En, StringComparison.Ordinal);
        _button.Set(true);
        await NextAsync(StreetlightEvent.Pressed);
        Assert.True(_lamp.IsActive);
        _tamper.Fault = null;
        await HealthAsync("ok", TimeSpan.FromSeconds(1));
    }

    [Fact(Timeout = 60_000)]
    public async Task Siren_that_hangs_keeps_neither_lamp_nor_button_waiting()
    {
        var siren = new HangingOutput();
        using var light = new AlarmStreetlight(
            new DeviceId("light-1"), new Wording("灯", "Light"), _button.Take(), tamper: null,
            new StreetlightOutputs(Take(_lamp), Take(_strobe), siren), new StreetlightSettings(), _clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var run = light.RunAsync(_reporter, stop.Token);
        _button.Set(true);
        await NextAsync(StreetlightEvent.Pressed);
        await UntilAsync(() => siren.Asked, TimeSpan.FromMilliseconds(500));
        _button.Set(false);
        var reset = light.ResetAsync(Cancelled).AsTask();
        Assert.False(reset.IsCompleted);
        Assert.False(_lamp.IsActive);
        _button.Set(true);
        await NextAsync(StreetlightEvent.Pressed);
        Assert.True(_lamp.IsActive);
        await stop.CancelAsync();
        await run.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    [Fact(Timeout = 60_000)]
    public async Task Button_that_is_down_at_the_start_is_a_call()
    {
        _button.Set(true);
        Run();
        await NextAsync(StreetlightEvent.Pressed);
    }

    [Fact(Timeout = 60_000)]
    public async Task Stuck_button_and_open_housing_are_the_devices_state()
    {
        Run();
        await HealthAsync("ok");
        _tamper.Set(true);
        await HealthAsync("tamper");
        _button.Set(true);
        await HealthAsync("button-stuck", TimeSpan.FromSeconds(5));
        _button.Set(false);
        await HealthAsync("tamper");
        _tamper.Set(false);
        Assert.Equal(DeviceState.Online, (await HealthAsync("ok")).State);
    }

    [Fact(Timeout = 60_000)]
    public async Task Drill_marks_the_call_and_the_patrol_is_content()
    {
        Run();
        var finding = Assert.Single(await _light.CheckAsync(Cancelled));
        Assert.Equal("button-not-tried", finding.Code);
        _light.Drill(TimeSpan.FromMinutes(5));
        _button.Set(true);
        Assert.True((await NextAsync(StreetlightEvent.Pressed)).Press!.Test);
        Assert.Empty(await _light.CheckAsync(Cancelled));
        _clock.Advance(TimeSpan.FromDays(36));
        Assert.Single(await _light.CheckAsync(Cancelled));
    }

    [Fact(Timeout = 60_000)]
    public async Task Fault_of_the_button_is_a_fault_of_the_device()
    {
        _button.Fault = "line lost";
        await Assert.ThrowsAsync<DeviceFaultException>(() => _light.RunAsync(_reporter, Cancelled));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _light.Dispose();
        _stop.Dispose();
    }

    private static IDigitalOutput Take(SimulatedOutput output) => output.Take(new OutputLine(new LineAddress(0), "light-1"));

    private void Run() => _run = Task.Run(() => _light.RunAsync(_reporter, _stop.Token), Cancelled);

    private async Task<SosObserved> NextAsync(StreetlightEvent wanted)
    {
        await foreach (var observation in _reporter.Queue.ReadAllAsync(Cancelled))
        {
            if (observation is SosObserved sos && sos.Event == wanted)
            {
                return sos;
            }
        }

        throw new InvalidOperationException("The light ended.");
    }

    private async Task<DeviceHealth> HealthAsync(string code, TimeSpan? step = null)
    {
        await UntilAsync(() => _reporter.Health.Code == code, step);
        return _reporter.Health;
    }

    private async Task UntilAsync(Func<bool> holds, TimeSpan? step = null)
    {
        while (!holds())
        {
            _clock.Advance(step ?? TimeSpan.Zero);
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Cancelled);
        }
    }

    /// <summary>A relay board that takes an order and never answers.</summary>
    private sealed class HangingOutput : IDigitalOutput
    {
        public bool Asked { get; private set; }

        public async ValueTask SetAsync(bool active, CancellationToken cancellationToken)
        {
            if (active)
            {
                Asked = true;
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
