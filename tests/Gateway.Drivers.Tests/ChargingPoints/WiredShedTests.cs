using System.Globalization;
using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Tests.Buses.Modbus;

namespace Gateway.Drivers.Tests.ChargingPoints;

/// <summary>A shed as the hardware file describes it: simulated, and with relays and meters served by pymodbus.</summary>
public sealed class WiredShedTests
{
    private const string Outlets = """
        "bus": "relays", "contactor": 10, "smoke": 0,
        "meter": { "bus": "meters", "power": { "address": 2, "type": "uint16", "scale": 0.1 }, "temperature": { "address": 3, "type": "int16", "scale": 0.1 } },
        "limits": { "cutOffWithin": "00:00:01.500", "pollEvery": "00:00:00.200" },
        "outlets": [ { "id": "1", "relay": 0, "unit": 2 }, { "id": "2", "relay": 1, "unit": 3 } ]
        """;

    private static readonly Wording Test = new("测试", "Test");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Simulated_bike_charges_and_is_cut_off()
    {
        await using var shed = await SimulatedAsync();
        shed.Simulation.Plug("1", watts: 180, wattHours: 500);
        await shed.Point.SwitchOnAsync("1", Cancelled);
        await shed.NextAsync<OutletChanged>(Cancelled, change => change.State == OutletState.Charging);
        Assert.Equal(180, shed.Point.Outlets[0].Meter!.Power, 1);
        await shed.Point.CutOffAsync("1", Test, Cancelled);
        await shed.NextAsync<CutOffVerified>(Cancelled);
        Assert.Equal(0, shed.Simulation.Power("1"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Simulated_weld_smoke_and_heat_are_what_they_would_be_in_a_real_shed()
    {
        await using var shed = await SimulatedAsync();
        shed.Simulation.Plug("1", watts: 180, wattHours: 500);
        shed.Simulation.Plug("2", watts: 100, wattHours: 500);
        await shed.Point.SwitchOnAsync("2", Cancelled);
        shed.Simulation.Heat("2", 85);
        Assert.Equal(85, (await shed.NextAsync<OverTemperature>(Cancelled)).Temperature, 1);
        shed.Simulation.Weld("1", welded: true);
        Assert.Equal(180, (await shed.NextAsync<CutOffFailed>(Cancelled)).Power!.Value, 1);
        await shed.NextAsync<ContactorVerified>(Cancelled);
        Assert.Equal(0, shed.Simulation.Power("1"));
        shed.Simulation.Smoke(present: true);
        await shed.NextAsync<SmokeDetected>(Cancelled);
    }

    [Fact(Timeout = 60_000)]
    public async Task Simulated_meter_that_froze_while_charging_proves_no_cut_off()
    {
        await using var shed = await SimulatedAsync();
        shed.Simulation.Plug("1", watts: 180, wattHours: 500);
        await shed.Point.SwitchOnAsync("1", Cancelled);
        await shed.NextAsync<OutletChanged>(Cancelled, change => change.State == OutletState.Charging);
        shed.Simulation.FreezeMeter("1", frozen: true);
        await shed.Point.CutOffAsync("1", Test, Cancelled);
        await shed.NextAsync<CutOffFailed>(Cancelled);
    }

    [Fact(Timeout = 120_000)]
    public async Task Relay_and_meter_of_another_maker_show_a_cut_off_that_works_and_one_that_does_not()
    {
        await using var board = await ModbusPeer.TcpAsync(Cancelled);
        await using var shed = await RunningShed.StartAsync(
            $$"""
            { "id": "relays", "kind": "modbus-tcp", "host": "127.0.0.1", "port": {{board.Port}} },
            { "id": "meters", "kind": "modbus-tcp", "host": "127.0.0.1", "port": {{board.Port}} }
            """,
            Outlets,
            Cancelled);
        await shed.OnlineAsync(Cancelled);
        Assert.Equal("1", await board.TellAsync("get 1 co 10 1", Cancelled)); // the contactor feeds the shed

        await shed.Point.SwitchOnAsync("1", Cancelled);
        Assert.Equal("1 0", await board.TellAsync("get 1 co 0 2", Cancelled));
        await board.TellAsync("set 2 ir 2 1805 251", Cancelled);
        var begun = await shed.NextAsync<OutletChanged>(Cancelled, change => change.State == OutletState.Charging);
        Assert.Equal((180.5, 25.1), (Math.Round(begun.Meter!.Power, 3), Math.Round(begun.Meter.Temperature!.Value, 3)));

        // The meter obeys as a real one would: it is set to nothing once the coil is off.
        await shed.Point.CutOffAsync("1", Test, Cancelled);
        Assert.Equal("0", await board.TellAsync("get 1 co 0 1", Cancelled));
        await board.TellAsync("set 2 ir 2 0", Cancelled);
        await shed.NextAsync<CutOffVerified>(Cancelled);

        await shed.Point.SwitchOnAsync("2", Cancelled);
        await board.TellAsync("set 3 ir 2 2000", Cancelled);
        await shed.Point.CutOffAsync("2", Test, Cancelled);
        Assert.Equal(200, (await shed.NextAsync<CutOffFailed>(Cancelled)).Power);
        await shed.NextAsync<ContactorOpened>(Cancelled);
        while (await board.TellAsync("get 1 co 10 1", Cancelled) != "0")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancelled);
        }

        await shed.NextAsync<ContactorFailed>(Cancelled); // for the meter still shows 200 W
    }

    [Fact(Timeout = 120_000)]
    public async Task Smoke_on_a_discrete_input_opens_every_coil_and_the_end_of_the_gateway_leaves_them_open()
    {
        await using var board = await ModbusPeer.TcpAsync(Cancelled);
        await using (var shed = await RunningShed.StartAsync(
            $$"""{ "id": "relays", "kind": "modbus-tcp", "host": "127.0.0.1", "port": {{board.Port}} }, { "id": "meters", "kind": "simulated" }""",
            Outlets,
            Cancelled))
        {
            await shed.OnlineAsync(Cancelled);
            await shed.Point.SwitchOnAsync("2", Cancelled);
            await board.TellAsync("set 1 di 0 1", Cancelled);
            await shed.NextAsync<ContactorVerified>(Cancelled);
            Assert.Equal("0 0", await board.TellAsync("get 1 co 0 2", Cancelled));
            Assert.Equal("0", await board.TellAsync("get 1 co 10 1", Cancelled));
            await board.TellAsync("set 1 di 0 0", Cancelled);
            await shed.NextAsync<SmokeCleared>(Cancelled);
            await shed.Point.CloseContactorAsync(Cancelled);
            await shed.Point.SwitchOnAsync("1", Cancelled);
            Assert.Equal("1", await board.TellAsync("get 1 co 10 1", Cancelled));
        }

        Assert.Equal("0 0", await board.TellAsync("get 1 co 0 2", Cancelled));
        Assert.Equal("0", await board.TellAsync("get 1 co 10 1", Cancelled));
    }

    [Theory]
    [InlineData("\"contactor\": 10", "\"contactor\": 1", "already driven by shed")]
    [InlineData("\"unit\": 3", "\"unit\": 2", "read the same meter: tell them apart by unit or offset")]
    [InlineData("\"id\": \"2\"", "\"id\": \"1\"", "the outlet id \"1\" is used more than once")]
    [InlineData("uint16", "uint61", "did you mean \"uint16\"")]
    [InlineData("\"scale\": 0.1", "\"scale\": 0", "every reading would be zero")]
    [InlineData("00:00:01.500", "00:00:00.100", "expected a duration hh:mm:ss between")]
    public void Mistake_in_the_file_is_named(string right, string wrong, string words)
    {
        var at = Outlets.IndexOf(right, StringComparison.Ordinal);
        var hardware = string.Create(CultureInfo.InvariantCulture, $$"""
            {
              "site": { "station": "s", "compound": "c", "name": { "zh": "小区", "en": "Compound" } },
              "buses": [ { "id": "relays", "kind": "simulated" }, { "id": "meters", "kind": "simulated" } ],
              "devices": [ { "id": "shed", "kind": "charging-point", "name": { "zh": "充电棚", "en": "Shed" }, {{Outlets[..at] + wrong + Outlets[(at + right.Length)..]}} } ]
            }
            """);
        var fault = Assert.Throws<Gateway.Drivers.Configuration.HardwareFileException>(
            () => Gateway.Drivers.Configuration.HardwareReader.Parse(System.Text.Encoding.UTF8.GetBytes(hardware), "test", _ => null));
        Assert.Contains(fault.Errors, error => error.Problem.En.Contains(words, StringComparison.Ordinal));
    }

    /// <summary>The buses are those of a real site; all is simulated all the same.</summary>
    private static async Task<RunningShed> SimulatedAsync()
    {
        var shed = await RunningShed.StartAsync(
            """{ "id": "relays", "kind": "modbus-tcp", "host": "192.0.2.1" }, { "id": "meters", "kind": "modbus-rtu", "device": "/dev/ttyUSB0" }""",
            Outlets,
            Cancelled,
            simulate: true);
        await shed.OnlineAsync(Cancelled);
        return shed;
    }
}
