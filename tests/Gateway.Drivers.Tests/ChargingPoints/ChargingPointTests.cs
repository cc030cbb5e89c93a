using EdgeGateway.Testing;
using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.ChargingPoints;

public sealed class ChargingPointTests : IAsyncDisposable
{
    private static readonly Wording Test = new("测试", "Test");
    private readonly FakeTimeProvider _clock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeShed _shed;
    private readonly ChargingPoint _point;
    private readonly DeviceReporter _reporter;
    private Task? _run;

    public ChargingPointTests()
    {
        _shed = new FakeShed(3, _clock);
        _point = new ChargingPoint(new DeviceId("shed"), Test, _shed.Drivers(), _shed.Contactor, _shed, new ChargingLimits(), _clock);
        _reporter = new DeviceReporter(_point.Id, _point.Kind, _clock);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        await _shed.DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task Outlet_charges_and_its_cut_off_is_verified_by_its_meter()
    {
        await StartAsync();
        _shed.Outlets[1].Watts = 200;
        await _point.SwitchOnAsync("2", Cancelled);
        Assert.True(_shed.Outlets[1].On);
        await NextAsync<OutletChanged>(change => change.State == OutletState.Charging);
        Assert.Equal(200, _point.Outlets[1].Meter!.Power);
        await _point.CutOffAsync("2", Test, Cancelled);
        Assert.False(_shed.Outlets[1].On);
        Assert.Equal("2", (await NextAsync<CutOffVerified>()).Outlet);
        Assert.Equal(OutletState.Off, _point.Outlets[1].State);
        Assert.True(_shed.Closed);
    }

    [Fact(Timeout = 60_000)]
    public async Task Welded_relay_opens_the_contactor_and_the_shed_says_what_to_do()
    {
        await StartAsync();
        (_shed.Outlets[0].Watts, _shed.Outlets[1].Watts) = (200, 100);
        await _point.SwitchOnAsync("1", Cancelled);
        await _point.SwitchOnAsync("2", Cancelled);
        await NextAsync<OutletChanged>(change => change is { State: OutletState.Charging, Outlet: "1" });
        _shed.Outlets[0].Welded = true;
        var began = _clock.GetUtcNow();
        await _point.CutOffAsync("1", Test, Cancelled);
        var failed = await NextAsync<CutOffFailed>();
        Assert.InRange(failed.At - began, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3.5));
        Assert.Equal(200, failed.Power);
        await NextAsync<ContactorVerified>();
        Assert.False(_shed.Closed);
        await NextHealthAsync("outlet-stuck");
        Assert.Contains("replace the relay", _reporter.Health.Reason.En, StringComparison.Ordinal);
        Assert.False(_shed.Outlets[1].On); // nothing comes back by itself when the contactor is closed
        var refused = await Assert.ThrowsAsync<DeviceFaultException>(async () => await _point.SwitchOnAsync("2", Cancelled));
        Assert.Contains("the contactor is open", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Smoke_cuts_off_at_once_without_waiting_for_anybody()
    {
        await StartAsync();
        _shed.Outlets[0].Watts = 200;
        await _point.SwitchOnAsync("1", Cancelled);
        _shed.Smoke(active: true);
        Assert.True((await NextAsync<SmokeDetected>()).IsUrgent);
        await NextAsync<ContactorVerified>();
        Assert.False(_shed.Closed || _shed.Outlets[0].On);
        await Assert.ThrowsAsync<DeviceFaultException>(async () => await _point.CloseContactorAsync(Cancelled));
        _shed.Smoke(active: false);
        await NextAsync<SmokeCleared>();
        await _point.CloseContactorAsync(Cancelled);
        Assert.True(_shed.Closed);
        Assert.False(_shed.Outlets[0].On);
    }

    [Fact(Timeout = 60_000)]
    public async Task Hot_outlet_is_cut_off_and_the_others_charge_on()
    {
        await StartAsync();
        await _point.SwitchOnAsync("1", Cancelled);
        await _point.SwitchOnAsync("3", Cancelled);
        _shed.Outlets[0].Celsius = 90;
        Assert.Equal(90, (await NextAsync<OverTemperature>()).Temperature);
        await NextAsync<CutOffVerified>();
        Assert.False(_shed.Outlets[0].On);
        Assert.True(_shed.Outlets[2].On && _shed.Closed);
    }

    [Fact(Timeout = 60_000)]
    public async Task Relay_that_fails_is_tried_again_and_told_to_whoever_cut_off()
    {
        await StartAsync();
        await _point.SwitchOnAsync("1", Cancelled);
        _shed.Outlets[0].RelayLost = true;
        await Assert.ThrowsAsync<DeviceFaultException>(async () => await _point.CutOffAsync("1", Test, Cancelled));
        _shed.Outlets[0].RelayLost = false;
        await NextAsync<CutOffVerified>();
        Assert.False(_shed.Outlets[0].On);
        Assert.True(_shed.Closed);
    }

    [Fact(Timeout = 60_000)]
    public async Task Silent_meter_degrades_the_shed_and_closes_its_outlet_to_use()
    {
        await StartAsync();
        _shed.Outlets[1].MeterLost = true;
        await NextHealthAsync("meter-silent");
        Assert.Contains("meters of outlets 2", _reporter.Health.Reason.En, StringComparison.Ordinal);
        var found = Assert.Single(await _point.CheckAsync(Cancelled));
        Assert.Equal(("outlet-2-meter-silent", true), (found.Code, found.NeedsRepair));
        Assert.Equal("Outlet 2: its meter does not answer: The meter does not answer.", found.Words.En);
        await Assert.ThrowsAsync<DeviceFaultException>(async () => await _point.SwitchOnAsync("2", Cancelled));
        await _point.SwitchOnAsync("1", Cancelled);
        _shed.Outlets[1].MeterLost = false;
        await NextHealthAsync("ok");
        Assert.Empty(await _point.CheckAsync(Cancelled));
    }

    [Fact(Timeout = 60_000)]
    public async Task Smoke_detector_that_cannot_be_read_lets_nothing_new_begin()
    {
        _shed.SmokeLost = true;
        _run = Task.Run(() => _point.RunAsync(_reporter, _stop.Token), Cancelled);
        await NextHealthAsync("smoke-detector-lost");
        await Assert.ThrowsAsync<DeviceFaultException>(async () => await _point.SwitchOnAsync("1", Cancelled));
        _shed.SmokeLost = false;
        await NextHealthAsync("ok");
        await _point.SwitchOnAsync("1", Cancelled);
    }

    [Fact(Timeout = 60_000)]
    public async Task Stopping_leaves_everything_off_and_refuses_to_switch_on()
    {
        await StartAsync();
        await _point.SwitchOnAsync("1", Cancelled);
        await StopAsync();
        Assert.False(_shed.Closed || _shed.Outlets[0].On);
        var refused = await Assert.ThrowsAsync<DeviceFaultException>(async () => await _point.SwitchOnAsync("1", Cancelled));
        Assert.Contains("nobody watches", refused.Message, StringComparison.Ordinal);
        await _point.CutOffAsync("1", Test, Cancelled);
    }

    [Fact(Timeout = 60_000)]
    public async Task Meters_of_outlets_that_charge_are_reported_once_a_minute()
    {
        await StartAsync();
        _shed.Outlets[0].Watts = 150;
        await _point.SwitchOnAsync("1", Cancelled);
        var first = await NextAsync<MeterReported>();
        Assert.Equal(("1", 150), (first.Outlet, first.Meter.Power));
        Assert.Equal(TimeSpan.FromMinutes(1), (await NextAsync<MeterReported>()).At - first.At);
    }

    [Fact(Timeout = 60_000)]
    public async Task Unknown_outlet_is_named_with_those_there_are()
    {
        await StartAsync();
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(async () => await _point.CutOffAsync("9", Test, Cancelled));
        Assert.Equal("shed has no outlet 9: it has 1, 2, 3.", fault.Message);
    }

    private async Task StartAsync()
    {
        _run = Task.Run(() => _point.RunAsync(_reporter, _stop.Token), Cancelled);
        await NextHealthAsync("ok");
    }

    private async Task StopAsync()
    {
        await _stop.CancelAsync();
        if (_run is { } run)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
            _run = null;
        }
    }

    private Task<HealthChanged> NextHealthAsync(string code) => NextAsync<HealthChanged>(change => change.Health.Code == code);

    /// <summary>Lets time pass in small steps until the shed tells what is waited for.</summary>
    private async Task<T> NextAsync<T>(Func<T, bool>? which = null)
        where T : Observation
    {
        while (true)
        {
            Cancelled.ThrowIfCancellationRequested();
            if (_reporter.Queue.TryRead(out var observation))
            {
                if (observation is T wanted && which?.Invoke(wanted) != false)
                {
                    return wanted;
                }

                continue;
            }

            _clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Cancelled);
        }
    }
}
