using Gateway.Drivers.ChargingPoints;

namespace Gateway.Drivers.Tests.ChargingPoints;

/// <summary>What an outlet says that it was cut off for.</summary>
public sealed class CutOffCauseTests
{
    private readonly ShedRig _rig = new(air: new AirLimits());

    public CutOffCauseTests()
    {
        _rig.AirSmoke(0.02);
        _rig.AirTemperature(30);
        _rig.Plug(0, 200);
        _rig.SwitchOn(0);
        _rig.Pass(1);
        Assert.Equal(CutOffCause.None, Cause(0));
    }

    [Fact]
    public void Smoke_heat_overload_and_orders_are_told_apart_and_stay_told_until_it_is_on_again()
    {
        _rig.CutOff(0);
        Assert.Equal(CutOffCause.Ordered, Cause(0));
        _rig.Pass(5);
        Assert.Equal((OutletState.Off, CutOffCause.Ordered), (_rig.Shed.Outlets[0].State, Cause(0)));

        _rig.SwitchOn(0);
        Assert.Equal(CutOffCause.None, Cause(0));
        _rig.Plug(0, 1500);
        _rig.Pass(10);
        Assert.Equal(CutOffCause.Overload, Cause(0));

        _rig.Plug(0, 200);
        _rig.SwitchOn(0);
        _rig.Pass(1);
        _rig.AirTemperature(70);
        Assert.Equal(CutOffCause.Heat, Cause(0));
    }

    [Fact]
    public void Smoke_is_the_cause_at_every_outlet()
    {
        _rig.Smoke(true);
        _rig.Pass(5);
        Assert.Equal([CutOffCause.Smoke, CutOffCause.Smoke], _rig.Shed.Outlets.Select(outlet => outlet.CutFor));
    }

    [Fact]
    public void First_cause_stays_while_a_cut_off_is_under_way()
    {
        _rig.Welded[0] = true;
        _rig.CutOff(0);
        _rig.Smoke(true);
        Assert.Equal(CutOffCause.Ordered, Cause(0));
    }

    [Fact]
    public void Contactor_that_is_opened_for_a_stuck_outlet_is_a_fault_to_its_neighbours()
    {
        _rig.Plug(1, 100);
        _rig.SwitchOn(1);
        _rig.Pass(1);
        _rig.Welded[0] = true;
        _rig.CutOff(0);
        _rig.Pass(10);
        Assert.Equal((OutletState.Stuck, CutOffCause.Ordered), (_rig.Shed.Outlets[0].State, Cause(0)));
        Assert.Equal(CutOffCause.Fault, Cause(1));
    }

    private CutOffCause Cause(int outlet) => _rig.Shed.Outlets[outlet].CutFor;
}
