using Gateway.Edge.Charging.Rules;

namespace Gateway.Edge.Tests.Charging.Rules;

/// <summary>The rules with their defaults over real recordings of chargers and of what is none.</summary>
public sealed class RecordedLoadTests
{
    [Theory]
    [InlineData("bosch_ebike_dualfullcharge.csv")]
    [InlineData("bosch_ebike_dual90charge.csv")]
    [InlineData("bosch_ebike_single90charge.csv")]
    public void Real_e_bike_charger_is_let_charge_until_it_is_done(string file)
    {
        List<(double Second, double Watts)> trace = [.. MeterTrace.Recorded(file)];
        var (machine, ended) = MeterTrace.Run(trace);

        Assert.Equal(EndReason.Full, machine.End);
        var lastDrawn = trace.Last(point => point.Watts >= 5).Second;
        Assert.InRange(ended!.Value, lastDrawn - 900, lastDrawn + 400);
    }

    [Theory]
    [InlineData("tracebase_kettle.csv", nameof(EndReason.Overload))]
    [InlineData("tracebase_hairdryer.csv", nameof(EndReason.Overload))]
    [InlineData("tracebase_cookingstove.csv", nameof(EndReason.Overload))]
    [InlineData("tracebase_iron.csv", nameof(EndReason.Overload))]
    [InlineData("tracebase_laptop.csv", nameof(EndReason.NotACharger))]
    [InlineData("tracebase_phone_charger.csv", nameof(EndReason.NothingPlugged))]
    public void Real_appliance_is_cut_off_for_what_it_is(string file, string expected) =>
        Assert.Equal(expected, MeterTrace.Run(MeterTrace.Appliance(file)).Machine.End.ToString());

    [Fact]
    public void Iron_that_a_shed_of_strong_outlets_would_bear_is_told_by_its_thermostat() =>
        Assert.Equal(EndReason.NotACharger, MeterTrace.Run(MeterTrace.Appliance("tracebase_iron.csv"), MeterTrace.Rules(options => options.MostPower = 3000)).Machine.End);
}
