using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.ChargingPoints;

public sealed class MeterCheckTests
{
    private readonly MeterCheck _check = new(5);
    private TimeSpan _now;

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-500)]
    [InlineData(3e9)]
    public void Power_that_no_outlet_can_have_points_to_the_register_map(double watts) =>
        Assert.Contains("check the register's address, type and word order", After(0, new MeterReading(watts))!.En, StringComparison.Ordinal);

    [Fact]
    public void Power_beyond_voltage_times_current_points_to_the_scales()
    {
        Assert.Null(After(0, new MeterReading(200, 230, 1)));
        Assert.Null(After(1, new MeterReading(90, 230, 1))); // a power factor
        Assert.Contains("check the scales", After(1, new MeterReading(2300, 230, 1))!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Energy_that_goes_back_is_told()
    {
        Assert.Null(After(0, new MeterReading(0, Energy: 1000)));
        Assert.Contains("backwards", After(1, new MeterReading(0, Energy: 999))!.En, StringComparison.Ordinal);
        Assert.Null(After(1, new MeterReading(0, Energy: 999)));
    }

    [Fact]
    public void Coarse_counter_that_moves_in_steps_is_fine()
    {
        double energy = 0;
        for (var second = 0; second < 7200; second++)
        {
            energy += 200.0 / 3600;
            Assert.Null(After(1, new MeterReading(200, Energy: 10 * Math.Floor(energy / 10))));
        }
    }

    [Fact]
    public void Counter_that_stands_still_while_power_flows_is_frozen()
    {
        Wording? problem = null;
        for (var second = 0; second < 1800 && problem is null; second++)
        {
            problem = After(1, new MeterReading(200, Energy: 500));
        }

        Assert.Contains("energy does not grow", problem!.En, StringComparison.Ordinal);
        Assert.InRange(_now, TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(10)); // 30 Wh at 200 W
    }

    [Fact]
    public void Power_that_shows_none_while_the_counter_runs_is_frozen()
    {
        Wording? problem = null;
        for (var step = 0; step < 20 && problem is null; step++)
        {
            problem = After(30, new MeterReading(0, Energy: 500 + (step * 10)));
        }

        Assert.Contains("energy grows while the power shows none", problem!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Pause_between_readings_is_not_counted_as_power_that_flowed()
    {
        Assert.Null(After(0, new MeterReading(500, Energy: 500)));
        Assert.Null(After(86_400, new MeterReading(500, Energy: 500)));
    }

    private Wording? After(double seconds, MeterReading reading) => _check.Problem(reading, _now += TimeSpan.FromSeconds(seconds));
}
