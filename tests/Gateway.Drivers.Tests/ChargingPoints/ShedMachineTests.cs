using Gateway.Drivers.ChargingPoints;

namespace Gateway.Drivers.Tests.ChargingPoints;

/// <summary>When a shed charges, and when it does not.</summary>
public sealed class ShedMachineTests
{
    [Fact]
    public void Contactor_that_was_opened_on_purpose_stays_open_when_the_watching_begins_anew()
    {
        var shed = new ShedMachine(["1"], new ChargingLimits(), hasContactor: true);
        Assert.DoesNotContain(new ChargingAct.Contactor(true), shed.Start(smoke: false, TimeSpan.Zero, keepOpen: true));
        Assert.False(shed.Fed);
        Assert.Contains(new ChargingAct.Contactor(true), shed.Close(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Charge_goes_from_off_over_idle_and_charging_to_a_verified_cut_off()
    {
        var rig = new ShedRig();
        rig.Plug(0, 200);
        rig.SwitchOn(0);
        rig.Pass(1);
        Assert.Equal(OutletState.Charging, rig.Shed.Outlets[0].State);
        rig.CutOff(0);
        rig.Pass(1);
        Assert.Equal(
            [OutletState.Idle, OutletState.Charging, OutletState.CuttingOff, OutletState.Off],
            rig.Told.OfType<OutletChanged>().Select(change => change.State));
        Assert.InRange(rig.Single<CutOffVerified>().Took, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.True(rig.Closed);
    }

    [Fact]
    public void Charger_that_rests_for_a_moment_is_still_charging()
    {
        var rig = new ShedRig();
        rig.Plug(0, 200);
        rig.SwitchOn(0);
        rig.Pass(1);
        rig.Plug(0, 1);
        rig.Pass(9);
        Assert.Equal(OutletState.Charging, rig.Shed.Outlets[0].State);
        rig.Pass(2);
        Assert.Equal(OutletState.Idle, rig.Shed.Outlets[0].State);
    }

    [Fact]
    public void Smoke_cuts_off_everything_at_once_and_nothing_comes_on_by_itself()
    {
        var rig = new ShedRig();
        rig.Plug(0, 200);
        rig.Plug(1, 100);
        rig.SwitchOn(0);
        rig.SwitchOn(1);
        rig.Pass(1);
        rig.Smoke(true);
        Assert.False(rig.Closed || rig.On[0] || rig.On[1]);
        Assert.NotNull(rig.Single<SmokeDetected>());
        rig.Pass(1);
        Assert.Equal(2, rig.Told.OfType<CutOffVerified>().Count());
        Assert.NotNull(rig.Single<ContactorVerified>());
        rig.SwitchOn(0);
        rig.Close();
        Assert.False(rig.Closed || rig.On[0]);
        rig.Smoke(false);
        rig.Pass(60);
        Assert.False(rig.Closed || rig.On[0]);
        rig.Close();
        rig.Pass(60);
        Assert.True(rig.Closed);
        Assert.False(rig.On[0] || rig.On[1]);
        rig.SwitchOn(0);
        Assert.True(rig.On[0]);
    }

    [Fact]
    public void Smoke_at_the_start_keeps_the_contactor_open()
    {
        var shed = new ShedMachine(["1"], new ChargingLimits(), hasContactor: true);
        var acts = shed.Start(smoke: true, TimeSpan.Zero).ToList();
        Assert.DoesNotContain(new ChargingAct.Contactor(true), acts);
        Assert.False(shed.Fed);
    }

    [Fact]
    public void Hot_outlet_is_cut_off_told_once_and_refused_until_it_has_cooled_down()
    {
        var rig = new ShedRig(outlets: 1);
        rig.Plug(0, 200);
        rig.SwitchOn(0);
        rig.Temperature = 69;
        rig.Pass(1);
        Assert.True(rig.On[0]);
        rig.Temperature = 71;
        rig.Pass(2);
        Assert.False(rig.On[0]);
        Assert.Equal((71, 70), (rig.Single<OverTemperature>().Temperature, rig.Single<OverTemperature>().Limit));
        Assert.Contains("Too hot: 71 °C", rig.Single<CutOffVerified>().Reason.En, StringComparison.Ordinal);
        rig.Temperature = 61;
        rig.Pass(1);
        Assert.Equal(ChargingWords.RefusedHot, rig.Shed.Refusal(0));
        rig.Temperature = 60;
        rig.Pass(1);
        Assert.Null(rig.Shed.Refusal(0));
        Assert.True(rig.Closed);
    }

    [Fact]
    public void Overload_is_cut_off_but_the_rush_of_switching_on_is_not()
    {
        var rig = new ShedRig();
        rig.Plug(0, 1500);
        rig.SwitchOn(0);
        rig.Pass(2);
        rig.Plug(0, 300);
        rig.Pass(5);
        Assert.True(rig.On[0]);
        rig.Plug(0, 1500);
        rig.Pass(4);
        Assert.False(rig.On[0]);
        Assert.Equal("Overload: 1500 W, the limit is 1000 W", rig.Told.OfType<CutOffVerified>().Single().Reason.En);
    }

    [Fact]
    public void Outlet_is_not_switched_on_unless_its_meter_can_watch_it()
    {
        var rig = new ShedRig();
        rig.Mute[0] = true;
        rig.Pass(1);
        Assert.Equal(ChargingWords.RefusedUnread, rig.Shed.Refusal(0));
        rig.SwitchOn(0);
        Assert.False(rig.On[0]);
    }

    [Fact]
    public void Stuck_outlet_stays_refused_until_somebody_closes_the_contactor_and_is_then_watched_anew()
    {
        var rig = new ShedRig();
        rig.Plug(0, 200);
        rig.Welded[0] = true;
        rig.Pass(10);
        Assert.Equal(OutletState.Stuck, rig.Shed.Outlets[0].State);
        Assert.Equal(ChargingWords.RefusedOpen, rig.Shed.Refusal(0));
        rig.Told.Clear();
        rig.Close();
        rig.Pass(4);
        Assert.NotNull(rig.Single<CutOffFailed>());
        Assert.False(rig.Closed);
        rig.Welded[0] = false;
        rig.Close();
        rig.Pass(1);
        Assert.Equal(OutletState.Off, rig.Shed.Outlets[0].State);
        Assert.Null(rig.Shed.Refusal(0));
    }

    [Fact]
    public void Contactor_that_cannot_be_closed_feeds_nobody()
    {
        var rig = new ShedRig();
        rig.Open();
        rig.ContactorFault = "no answer";
        rig.Close();
        Assert.False(rig.Shed.Fed);
        Assert.Equal(ChargingWords.RefusedOpen, rig.Shed.Refusal(0));
    }
}
