using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Ocpp;
using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.Tests.ChargingPoints;

/// <summary>A shed whose outlets are connectors of a charger.</summary>
public sealed class OcppShedTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly SimulatedChargePoint _charger;
    private readonly OcppOutlet _outlet;

    public OcppShedTests()
    {
        _charger = new SimulatedChargePoint("CP-1", _clock);
        _outlet = new OcppOutlet(_charger, 1, _clock);
        _charger.Plug(1, new SimulatedPack());
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _charger.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task Outlet_is_switched_on_by_a_charge_and_off_by_its_end()
    {
        await _outlet.SwitchAsync(on: true, Cancelled);
        await PassAsync(20);
        Assert.Equal(180, (await _outlet.ReadAsync(Cancelled)).Reading.Power, 1);
        var cut = _clock.GetTimestamp();
        await _outlet.SwitchAsync(on: false, Cancelled);
        await PassAsync(1);
        var (reading, begun) = await _outlet.ReadAsync(Cancelled);
        Assert.Equal(0, reading.Power);
        Assert.True(begun >= cut);
        Assert.Equal(OcppStatus.Unavailable, _charger.Connectors.Single(one => one.Number == 1).Status);
    }

    [Fact(Timeout = 60_000)]
    public async Task Welded_charger_says_that_it_ended_and_its_meter_says_that_it_did_not()
    {
        await _outlet.SwitchAsync(on: true, Cancelled);
        await PassAsync(20);
        _charger.Obedience = SimulatedObedience.IsWelded;
        await _outlet.SwitchAsync(on: false, Cancelled);
        await PassAsync(15);
        Assert.True((await _outlet.ReadAsync(Cancelled)).Reading.Power > 100);
    }

    [Fact(Timeout = 60_000)]
    public async Task Charger_that_ignores_a_cut_off_never_gives_a_reading_that_proves_it()
    {
        await _outlet.SwitchAsync(on: true, Cancelled);
        await PassAsync(20);
        _charger.Obedience = SimulatedObedience.Ignores;
        await _outlet.SwitchAsync(on: false, Cancelled);
        for (var i = 0; i < 60; i++)
        {
            await PassAsync(0.25);
            Assert.True((await _outlet.ReadAsync(Cancelled)).Reading.Power > 100);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Refusal_of_a_charger_and_its_absence_are_faults_with_their_fix()
    {
        await _outlet.SwitchAsync(on: true, Cancelled);
        _charger.Obedience = SimulatedObedience.Rejects;
        var refused = await Assert.ThrowsAsync<DeviceFaultException>(async () => await _outlet.SwitchAsync(on: false, Cancelled));
        Assert.Contains("refuses to take connector 1 out of use", refused.Message, StringComparison.Ordinal);
        _charger.GoOffline();
        var absent = await Assert.ThrowsAsync<DeviceFaultException>(async () => await _outlet.ReadAsync(Cancelled));
        Assert.Contains("Charger CP-1 is not connected", absent.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task News_counts_from_the_reading_before_it_came_whatever_the_chargers_clock_says()
    {
        await _outlet.SwitchAsync(on: true, Cancelled);
        await PassAsync(20);
        for (var i = 0; i < 100; i++)
        {
            await _outlet.ReadAsync(Cancelled);
            var before = _clock.GetTimestamp();
            await PassAsync(0.25);
            Assert.True((await _outlet.ReadAsync(Cancelled)).Begun <= before);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Smoke_told_by_a_charger_is_an_edge_and_so_is_its_end()
    {
        await using var smoke = new OcppSmoke([_charger], _clock);
        Assert.False(smoke.IsActive);
        _charger.Smoke(1, present: true);
        Assert.True((await smoke.ReadEdgeAsync(Cancelled)).Active);
        Assert.True(smoke.IsActive);
        _charger.Smoke(1, present: true);
        _charger.Smoke(null, present: false);
        Assert.False((await smoke.ReadEdgeAsync(Cancelled)).Active);
    }

    [Fact(Timeout = 60_000)]
    public async Task Shed_of_chargers_that_do_not_obey_opens_its_contactor()
    {
        var contactor = new SimulatedOutput();
        var point = new ChargingPoint(
            new DeviceId("shed"),
            new Wording("棚", "Shed"),
            [("1", _outlet)],
            contactor.Take(new Gateway.Drivers.Buses.Gpio.OutputLine(new(1), "shed")),
            new OcppSmoke([_charger], _clock),
            new ChargingLimits { CutOffWithin = TimeSpan.FromSeconds(15) },
            _clock);
        var reporter = new DeviceReporter(point.Id, point.Kind, _clock);
        using var stop = new CancellationTokenSource();
        var run = Task.Run(() => point.RunAsync(reporter, stop.Token), Cancelled);
        await NextAsync<OutletChanged>(reporter, change => change.State == OutletState.Off);
        await point.SwitchOnAsync("1", Cancelled);
        await NextAsync<OutletChanged>(reporter, change => change.State == OutletState.Charging);
        _charger.Obedience = SimulatedObedience.Ignores;
        await point.CutOffAsync("1", new Wording("测试", "Test"), Cancelled);
        await NextAsync<CutOffFailed>(reporter, _ => true);
        await NextAsync<ContactorOpened>(reporter, _ => true);
        while (contactor.IsActive)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Cancelled);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    private async Task NextAsync<T>(DeviceReporter reporter, Func<T, bool> which)
    {
        while (true)
        {
            if (reporter.Queue.TryRead(out var observation))
            {
                if (observation is T wanted && which(wanted))
                {
                    return;
                }

                continue;
            }

            await PassAsync(0.1);
        }
    }

    private async Task PassAsync(double seconds)
    {
        Cancelled.ThrowIfCancellationRequested();
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Cancelled);
    }
}
