using Gateway.Drivers.ChargingPoints;

namespace Gateway.Drivers.Tests.ChargingPoints;

/// <summary>What a shed does about its air.</summary>
public sealed class ShedAirTests
{
    private readonly ShedRig _rig = new(air: new AirLimits());

    public ShedAirTests()
    {
        _rig.AirSmoke(0.02);
        _rig.AirTemperature(30);
        _rig.Plug(0, 200);
        _rig.SwitchOn(0);
        _rig.Pass(1);
        Assert.True(_rig.On[0]);
        _rig.Told.Clear();
    }

    [Fact]
    public void Hot_air_cuts_off_every_outlet_that_is_used_and_leaves_the_contactor_closed()
    {
        _rig.SwitchOn(1);
        _rig.AirTemperature(60);
        Assert.False(_rig.On[0] || _rig.On[1]);
        var told = _rig.Single<OverTemperature>();
        Assert.Equal((null, 60, 60, true), (told.Outlet, told.Temperature, told.Limit, told.IsUrgent));
        _rig.Pass(1);
        Assert.All(_rig.Told.OfType<CutOffVerified>(), done => Assert.Equal("The shed is too hot: 60 °C, the limit is 60 °C", done.Reason.En));
        Assert.Equal(2, _rig.Told.OfType<CutOffVerified>().Count());
        Assert.True(_rig.Closed);
    }

    [Fact]
    public void Hot_air_with_a_welded_relay_opens_the_contactor()
    {
        _rig.Welded[0] = true;
        _rig.AirTemperature(75);
        _rig.Pass(5);
        Assert.NotNull(_rig.Single<CutOffFailed>());
        Assert.False(_rig.Closed);
    }

    [Fact]
    public void Air_on_the_edge_of_its_limit_is_told_once_and_outlets_wait_until_it_is_ten_degrees_cooler()
    {
        foreach (var celsius in (double[])[60.1, 59.9, 60.1, 59.9, 50.1, 60.1])
        {
            _rig.AirTemperature(celsius);
            _rig.Pass(1);
            Assert.Equal(ChargingWords.RefusedHotAir, _rig.Shed.Refusal(1));
        }

        Assert.NotNull(_rig.Single<OverTemperature>());
        _rig.AirTemperature(50);
        Assert.Null(_rig.Shed.Refusal(1));
        Assert.False(_rig.On[0] || _rig.On[1]); // nothing comes on by itself
        _rig.AirTemperature(61);
        Assert.Equal(2, _rig.Told.OfType<OverTemperature>().Count());
    }

    [Fact]
    public void Smoke_in_the_air_does_what_the_smoke_detector_does()
    {
        _rig.AirSmoke(0.4);
        Assert.True(_rig.On[0]);
        _rig.AirSmoke(0.41);
        Assert.False(_rig.Closed || _rig.On[0]);
        Assert.True(_rig.Single<SmokeDetected>().IsUrgent);
        _rig.Pass(1);
        Assert.NotNull(_rig.Single<ContactorVerified>());
        _rig.Close();
        Assert.False(_rig.Closed);
    }

    [Fact]
    public void Smoke_on_the_edge_of_its_threshold_does_not_come_and_go()
    {
        foreach (var share in (double[])[0.41, 0.39, 0.41, 0.31, 0.39, 0.41])
        {
            _rig.AirSmoke(share);
        }

        Assert.Single(_rig.Names, nameof(SmokeDetected));
        Assert.Empty(_rig.Told.OfType<SmokeCleared>());
        _rig.AirSmoke(0.29);
        Assert.NotNull(_rig.Single<SmokeCleared>());
        Assert.False(_rig.Closed);
        _rig.Close();
        Assert.True(_rig.Closed);
    }

    [Fact]
    public void Smoke_is_over_when_neither_the_detector_nor_the_air_tells_of_it()
    {
        _rig.Smoke(true);
        _rig.AirSmoke(0.8);
        _rig.Smoke(false);
        Assert.True(_rig.Shed.Smoke);
        Assert.NotNull(_rig.Single<SmokeDetected>());
        _rig.AirSmoke(0);
        Assert.False(_rig.Shed.Smoke);
        Assert.NotNull(_rig.Single<SmokeCleared>());
    }

    [Fact]
    public void Silent_sensors_cut_off_nothing_and_without_a_reading_of_smoke_nothing_new_begins()
    {
        _rig.AirTemperature(null);
        Assert.Null(_rig.Shed.Refusal(1));
        _rig.AirSmoke(null);
        _rig.Pass(60);
        Assert.True(_rig.On[0] && _rig.Closed);
        Assert.Equal(ChargingWords.RefusedBlind, _rig.Shed.Refusal(1));
        _rig.AirSmoke(0);
        Assert.Null(_rig.Shed.Refusal(1));
    }

    [Fact]
    public void Sensor_that_falls_silent_in_a_fire_does_not_end_it()
    {
        _rig.AirSmoke(0.9);
        _rig.AirTemperature(90);
        _rig.AirSmoke(null);
        _rig.AirTemperature(null);
        Assert.True(_rig.Shed is { Smoke: true, Air.Hot: true });
        Assert.Empty(_rig.Told.OfType<SmokeCleared>());
    }
}
