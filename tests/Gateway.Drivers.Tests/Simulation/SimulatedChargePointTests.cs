using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Ocpp;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.Tests.Simulation;

public sealed class SimulatedChargePointTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly SimulatedBus _bus;
    private readonly SimulatedChargePoint _charger;

    public SimulatedChargePointTests()
    {
        _bus = new SimulatedBus("chargers", new SimulationSettings(), _clock);
        _charger = _bus.Charger("shed");
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private OcppConnector First => _charger.Connectors[0];

    public ValueTask DisposeAsync() => _bus.DisposeAsync();

    [Fact]
    public void Scenario_and_gateway_see_the_same_charger() => Assert.Same(_charger, ((IOcppChargePoints)_bus).ChargePoint("shed"));

    [Fact]
    public async Task A_charge_tapers_and_ends_with_what_went_in()
    {
        _charger.Plug(1, new SimulatedPack(wattHours: 960, watts: 180, share: 0.5));
        Assert.Equal(OcppStatus.Preparing, First.Status);

        Assert.Equal(OcppAnswer.Accepted, await _charger.RemoteStartAsync(1, "GATEWAY", Cancelled));
        Assert.Equal(180, First.Meter!.Watts);
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.InRange(First.Meter!.Watts!.Value, 20, 170);
        _clock.Advance(TimeSpan.FromHours(12));

        Assert.Equal((OcppStatus.SuspendedEV, 0), (First.Status, First.Meter!.Watts));
        Assert.Equal(OcppAnswer.Accepted, await _charger.RemoteStopAsync(First.Transaction!.Id, Cancelled));
        var ended = Assert.Single(_charger.Transactions);
        Assert.InRange(ended.WattHours!.Value, 470, 480);
        Assert.Equal(OcppStopReason.Remote, ended.Reason);
        _charger.Unplug(1);
        Assert.Equal(OcppStatus.Available, First.Status);
        var events = Read();
        Assert.Equal(
            [OcppStatus.Preparing, OcppStatus.Charging, OcppStatus.SuspendedEV, OcppStatus.Preparing, OcppStatus.Available],
            events.OfType<OcppEvent.StatusChanged>().Select(change => change.Connector.Status));
        Assert.NotEmpty(events.OfType<OcppEvent.Metered>());
    }

    [Theory]
    [InlineData("Obeys", "Accepted", false, false)]
    [InlineData("Ignores", "Accepted", true, true)]
    [InlineData("Rejects", "Rejected", true, true)]
    [InlineData("IsWelded", "Accepted", false, true)]
    public async Task A_stop_has_the_effect_that_the_scenario_wants(string obedience, string answer, bool runs, bool flows)
    {
        _charger.Plug(1, new SimulatedPack(), "CARD");
        _charger.Obedience = Enum.Parse<SimulatedObedience>(obedience);

        Assert.Equal(answer, (await _charger.RemoteStopAsync(First.Transaction!.Id, Cancelled)).ToString());

        Assert.Equal(runs, First.Transaction is not null);
        Assert.Equal(flows, First.Meter!.Watts > 0);
        _charger.Power(on: false);
        Assert.Equal(0, First.Meter!.Watts);
    }

    [Fact]
    public async Task A_silent_charger_times_out()
    {
        _charger.Plug(1, new SimulatedPack(), "CARD");
        _charger.Obedience = SimulatedObedience.IsSilent;

        var asked = _charger.RemoteStopAsync(1, Cancelled);
        _clock.Advance(TimeSpan.FromSeconds(16));

        await Assert.ThrowsAsync<DeviceFaultException>(() => asked);
        Assert.NotNull(First.Transaction);
    }

    [Fact]
    public async Task While_it_is_cut_off_it_charges_on_and_tells_later()
    {
        _charger.GoOffline();
        Assert.False(_charger.Connected);
        _charger.Plug(1, new SimulatedPack(), "CARD");
        await Assert.ThrowsAsync<DeviceFaultException>(() => _charger.RemoteStopAsync(1, Cancelled));
        _clock.Advance(TimeSpan.FromHours(1));
        Read();

        _charger.ComeBack();

        var events = Read();
        Assert.True(Assert.Single(events.OfType<OcppEvent.LinkChanged>()).Link.Connected);
        var started = Assert.Single(events.OfType<OcppEvent.Started>());
        Assert.True(started.Late);
        Assert.Equal(TimeSpan.FromHours(1), started.HeardAt - started.Transaction.StartedAt);
        Assert.Equal(180, First.Meter!.WattHours!.Value, 1.0);
    }

    [Fact]
    public async Task Out_of_use_takes_effect_when_the_charge_has_ended()
    {
        _charger.Plug(1, new SimulatedPack(), "CARD");

        Assert.Equal(OcppAnswer.Scheduled, await _charger.ChangeAvailabilityAsync(1, operative: false, Cancelled));
        Assert.Equal(OcppStatus.Charging, First.Status);
        await _charger.RemoteStopAsync(First.Transaction!.Id, Cancelled);

        Assert.Equal(OcppStatus.Unavailable, First.Status);
        Assert.Equal(OcppAnswer.Rejected, await _charger.RemoteStartAsync(1, "GATEWAY", Cancelled));
        Assert.Equal(OcppAnswer.Accepted, await _charger.ChangeAvailabilityAsync(1, operative: true, Cancelled));
        Assert.Equal(OcppAnswer.Accepted, await _charger.RemoteStartAsync(1, "GATEWAY", Cancelled));
    }

    [Fact]
    public void Faults_heat_and_smoke_are_told()
    {
        _charger.Plug(1, new SimulatedPack(), "CARD");
        _charger.Heat(1, 60);
        _charger.Smoke(1, present: true);
        _charger.Fault(1, OcppErrorCode.HighTemperature);
        Assert.Equal((OcppStatus.Faulted, OcppErrorCode.HighTemperature, null), (First.Status, First.Error, First.Transaction));
        _charger.Fault(1, OcppErrorCode.NoError);
        Assert.Equal(OcppStatus.Preparing, First.Status);

        var events = Read();
        Assert.True(events.OfType<OcppEvent.Metered>().Last().Meter.Celsius > 90);
        Assert.Equal((1, true), events.OfType<OcppEvent.Smoke>().Single() is var smoke ? (smoke.Connector, smoke.Present) : default);
        Assert.Single(events.OfType<OcppEvent.Stopped>());
    }

    private List<OcppEvent> Read()
    {
        List<OcppEvent> events = [];
        while (_charger.Events.TryRead(out var occurrence))
        {
            events.Add(occurrence);
        }

        return events;
    }
}
