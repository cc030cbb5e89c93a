using EdgeGateway.Testing;
using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation.Scenarios;
using Gateway.Drivers.Tests.Buses.Sensors;

namespace Gateway.Drivers.Tests.ChargingPoints;

/// <summary>A shed's air as the hardware file describes it: read from files as the kernel shows them, and simulated.</summary>
public sealed class WiredAirTests
{
    private const string Simulated = """{ "id": "relays", "kind": "simulated" }""";
    private const string Shed = """
        "bus": "relays", "contactor": 10,
        "meter": { "bus": "relays", "power": { "address": 2, "type": "uint16", "scale": 0.1 }, "temperature": { "address": 3, "type": "int16", "scale": 0.1 } },
        "outlets": [ { "id": "1", "relay": 0, "unit": 2 } ],
        "air": {
          "temperature": { "bus": "sensors", "source": "one-wire", "device": "28-00000a1b2c3d" }, "maxTemperature": 55,
          "smoke": { "bus": "sensors", "source": "iio", "device": "ads1115", "channel": "voltage0", "fullScale": 3.3 }, "smokeAbove": 0.5,
          "every": "00:00:00.200"
        }
        """;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Values_that_the_kernel_shows_cut_off_the_shed()
    {
        using var tree = new SysfsTree();
        Warmth(tree, 24125);
        Smoke(tree, 40);
        await using var shed = await RunningShed.StartAsync($$"""{{Simulated}}, { "id": "sensors", "kind": "sensors", "root": "{{tree.Root}}" }""", Shed, Cancelled);
        await shed.OnlineAsync(Cancelled);
        await shed.Point.SwitchOnAsync("1", Cancelled);

        Warmth(tree, 55250);
        Assert.Equal((55.25, 55), await shed.NextAsync<OverTemperature>(Cancelled) is var hot ? (hot.Temperature, hot.Limit) : default);
        Warmth(tree, 24125);
        await UsedAsync(shed.Point);

        File.Delete(Path.Combine(tree.Root, "bus/w1/devices/28-00000a1b2c3d/w1_slave"));
        var lost = await shed.NextAsync<HealthChanged>(Cancelled, change => change.Health.Code == "thermometer-lost");
        Assert.Contains("28-00000a1b2c3d", lost.Health.Reason.En, StringComparison.Ordinal);
        Assert.Equal(OutletState.Idle, Assert.Single(shed.Point.Outlets).State); // still on

        Smoke(tree, 1800); // 1.8 V of 3.3 V
        await shed.NextAsync<SmokeDetected>(Cancelled);
        await shed.NextAsync<ContactorOpened>(Cancelled);
    }

    [Fact(Timeout = 60_000)]
    public async Task Simulated_air_is_hot_and_full_of_smoke_when_a_scenario_says_so()
    {
        await using var shed = await RunningShed.StartAsync($$"""{{Simulated}}, { "id": "sensors", "kind": "sensors" }""", Shed, Cancelled, simulate: true);
        await shed.OnlineAsync(Cancelled);
        var deeds = new ShedDeeds(shed.Simulation, () => shed.Point, new FakeTimeProvider());
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var heat = deeds.ActAsync(new ScenarioAct("shed", "air", TimeSpan.Zero, 66, null), over.Token);
        Assert.Equal(66, (await shed.NextAsync<OverTemperature>(Cancelled)).Temperature);
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => heat);
        await UsedAsync(shed.Point); // the air is as before when the deed ends
        shed.Simulation.Smoke(present: true);
        await shed.NextAsync<SmokeDetected>(Cancelled);
        shed.Simulation.Smoke(present: false);
        await shed.NextAsync<SmokeCleared>(Cancelled);
    }

    [Theory]
    [InlineData("\"channel\": \"voltage0\", \"fullScale\": 3.3", "\"channel\": \"voltage0\"", "measures V, and of full scale is needed")]
    [InlineData("\"source\": \"one-wire\"", "\"source\": \"hwmon\", \"channel\": \"in0\"", "measures V, and °C is needed")]
    [InlineData("\"temperature\": { \"bus\": \"sensors\"", "\"temperature\": { \"bus\": \"sensor\"", "did you mean \"sensors\"")]
    [InlineData("\"maxTemperature\": 55", "\"maxTemperature\": 20", "expected a number in 40..120")]
    [InlineData("\"air\": {", "\"air\": { }, \"ari\": {", "names no sensor")]
    public void Mistake_in_the_file_is_named(string right, string wrong, string words)
    {
        Assert.Contains(right, Shed, StringComparison.Ordinal);
        var hardware = $$"""
            {
              "site": { "station": "s", "compound": "c", "name": { "zh": "小区", "en": "Compound" } },
              "buses": [ {{Simulated}}, { "id": "sensors", "kind": "sensors" } ],
              "devices": [ { "id": "shed", "kind": "charging-point", "name": { "zh": "充电棚", "en": "Shed" }, {{Shed.Replace(right, wrong, StringComparison.Ordinal)}} } ]
            }
            """;
        var fault = Assert.Throws<HardwareFileException>(() => HardwareReader.Parse(System.Text.Encoding.UTF8.GetBytes(hardware), "test", _ => null));
        Assert.Contains(fault.Errors, error => error.Problem.En.Contains(words, StringComparison.Ordinal));
    }

    /// <summary>Switches the outlet on as soon as the shed lets it.</summary>
    private static async Task UsedAsync(IChargingPoint point)
    {
        while (true)
        {
            try
            {
                await point.SwitchOnAsync("1", Cancelled);
                return;
            }
            catch (DeviceFaultException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancelled);
            }
        }
    }

    private static void Warmth(SysfsTree tree, int thousandths) => tree.OneWire(
        "28-00000a1b2c3d", ("w1_slave", $"72 01 4b 46 7f ff 0e 10 57 : crc=57 YES\n72 01 4b 46 7f ff 0e 10 57 t={thousandths}\n"));

    private static void Smoke(SysfsTree tree, int millivolts) => tree.Iio(0, "ads1115", ("in_voltage0_raw", $"{millivolts}\n"), ("in_voltage0_scale", "1\n"));
}
