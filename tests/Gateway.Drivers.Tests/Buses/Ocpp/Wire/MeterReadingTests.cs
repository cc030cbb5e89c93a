using Gateway.Drivers.Buses.Ocpp;
using Gateway.Drivers.Buses.Ocpp.Wire;

namespace Gateway.Drivers.Tests.Buses.Ocpp.Wire;

public sealed class MeterReadingTests
{
    [Theory]
    [InlineData("""{"value":"12.5","measurand":"Power.Active.Import","unit":"W"}""", 12.5)]
    [InlineData("""{"value":"1.25","measurand":"Power.Active.Import","unit":"kW"}""", 1250.0)]
    [InlineData("""{"value":"12.5","measurand":"Power.Active.Import"}""", 12.5)]
    [InlineData("""{"value":"1","measurand":"Power.Active.Import","phase":"L1"},{"value":"2","measurand":"Power.Active.Import","phase":"L2"}""", 3.0)]
    [InlineData("""{"value":"1","measurand":"Power.Active.Import","phase":"L1"},{"value":"7","measurand":"Power.Active.Import"}""", 7.0)]
    [InlineData("""{"value":"1","measurand":"Power.Active.Import","unit":"Celsius"},{"value":"1"}""", null)]
    [InlineData("""{"value":"ABCD","format":"SignedData","measurand":"Power.Active.Import"},{"value":"1"}""", null)]
    [InlineData("""{"value":"NaN","measurand":"Power.Active.Import"},{"value":"1"}""", null)]
    [InlineData("""{"value":"1","measurand":"Power.Offered"},{"value":"1"}""", null)]
    public void Power_is_in_watts_over_all_phases(string samples, double? watts) => Assert.Equal(watts, Read(samples).Watts);

    [Theory]
    [InlineData("Celcius", 40, 40)]
    [InlineData("Celsius", 40, 40)]
    [InlineData("celsius", 40, 40)]
    [InlineData("K", 313.15, 40)]
    [InlineData("Fahrenheit", 104, 40)]
    public void Temperature_is_in_degrees_Celsius_however_it_is_spelled(string unit, double value, double degrees) =>
        Assert.Equal(degrees, Read(FormattableString.Invariant($$"""{"value":"{{value}}","measurand":"Temperature","unit":"{{unit}}"}""")).Celsius!.Value, 6);

    [Fact]
    public void The_hottest_place_and_the_largest_current_count()
    {
        var meter = Read("""
            {"value":"30","measurand":"Temperature","location":"Body"},{"value":"61","measurand":"Temperature","location":"Outlet"},
            {"value":"3","measurand":"Current.Import","phase":"L1"},{"value":"5","measurand":"Current.Import","phase":"L2"},
            {"value":"1.5","unit":"kWh"},{"value":"229","measurand":"Voltage"}
            """);

        Assert.Equal((61, 5, 1500, 229), (meter.Celsius, meter.Amperes, meter.WattHours, meter.Volts));
    }

    [Fact]
    public void A_reading_without_a_value_that_we_know_is_left_out()
    {
        var fields = OcppFieldsTests.Fields("""
            {"meterValue":[{"timestamp":"2026-06-01T08:00:00Z","sampledValue":[{"value":"50","measurand":"SoC","unit":"Percent"}]},
                           {"timestamp":"2026-06-01T08:01:00Z","sampledValue":[{"value":"5"}]}]}
            """);

        Assert.Equal(1, Assert.Single(MeterReading.ReadAll(fields, "meterValue", required: true)).Timestamp?.Minute);
        Assert.Null(fields.Violation);
    }

    private static OcppMeter Read(string samples)
    {
        var fields = OcppFieldsTests.Fields($$"""{"meterValue":[{"timestamp":"2026-06-01T08:00:00Z","sampledValue":[{{samples}}]}]}""");
        return Assert.Single(MeterReading.ReadAll(fields, "meterValue", required: true)).Values;
    }
}
