using System.Text;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Tests.Buses.Gpio;

namespace Gateway.Drivers.Tests.Buses;

public sealed class HardwareReleaseTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly FakeGpio _kernel;
    private readonly FakeChip _pins;

    public HardwareReleaseTests()
    {
        _kernel = new FakeGpio(_clock);
        _pins = _kernel.Plug("/dev/gpiochip4", "pinctrl-rp1", "A", "B", "C", "D");
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Every_output_is_driven_to_the_level_that_is_safe_for_it()
    {
        var released = await RunAsync(Hardware(Gate("east", "pins", 1), Gate("west", "pins", 2, pullToRelease: false), Gate("south", "pins", 3, activeLow: true)));

        Assert.Equal(["east", "west", "south"], released.Select(line => line.Device));
        Assert.All(released, line => Assert.Null(line.Fault));
        Assert.False(_pins[1].High);
        Assert.True(_pins[2].High);
        Assert.True(_pins[3].High);
        Assert.All(Enumerable.Range(0, 4), line => Assert.Null(_pins[line].Holder));
    }

    [Fact(Timeout = 60_000)]
    public async Task Output_that_a_running_gateway_holds_is_left_to_it_and_named()
    {
        _pins[1].Holder = "east";
        var released = await RunAsync(Hardware(Gate("east", "pins", 1), Gate("west", "pins", 2)));

        Assert.Contains("taken by \"east\"", released[0].Fault, StringComparison.Ordinal);
        Assert.Null(released[1].Fault);
        Assert.Empty(_pins[1].Levels);
    }

    [Fact(Timeout = 60_000)]
    public async Task Absent_chip_does_not_keep_the_others_from_being_made_safe()
    {
        var released = await RunAsync(Hardware(Gate("east", "expander", 0), Gate("west", "pins", 2)));

        Assert.Contains("No GPIO chip is labelled \"expander\"", released[0].Fault, StringComparison.Ordinal);
        Assert.Null(released[1].Fault);
        Assert.Equal("west", released[1].Device);
    }

    [Fact(Timeout = 60_000)]
    public async Task Hanging_bus_is_given_up_after_its_limit_while_the_others_are_made_safe()
    {
        var other = new FakeGpio(_clock);
        var hanging = other.Plug("/dev/gpiochip9", "expander", "A");
        other.Answering.Reset();
        var hardware = Hardware(Gate("east", "expander", 0), Gate("west", "pins", 2));
        var running = HardwareRelease.RunAsync(
            hardware, bus => Bus(bus, bus.Id == "expander" ? other : _kernel), _clock, Cancelled);
        while (!running.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.WhenAny(running, Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancelled));
        }

        var released = await running;
        Assert.Contains("has not answered", released[0].Fault, StringComparison.Ordinal);
        Assert.Null(released[1].Fault);
        Assert.Equal([false], hanging[0].Levels);
        other.Answering.Set();
    }

    [Fact(Timeout = 60_000)]
    public async Task Simulated_outputs_are_left_out() =>
        Assert.Empty(await RunAsync(Hardware(Gate("east", "doors", 0))));

    private Task<IReadOnlyList<ReleasedLine>> RunAsync(HardwareFile hardware) =>
        HardwareRelease.RunAsync(hardware, bus => Bus(bus, _kernel), _clock, Cancelled);

    private GpioBus Bus(BusDescription bus, FakeGpio kernel) =>
        new(BusHead.Reporter(bus.Id), new Wording("引脚", "Pins"), ((GpioBusDescription)bus).Chip, kernel, _clock);

    private static HardwareFile Hardware(params string[] gates) => HardwareReader.Parse(
        Encoding.UTF8.GetBytes($$"""
            {
              "site": { "station": "s", "compound": "c", "name": { "zh": "小区", "en": "Compound" } },
              "buses": [
                { "id": "pins", "kind": "gpio", "chip": "pinctrl-rp1" },
                { "id": "expander", "kind": "gpio", "chip": "expander" },
                { "id": "doors", "kind": "simulated" }
              ],
              "devices": [ {{string.Join(',', gates)}} ]
            }
            """),
        "test",
        _ => null);

    private static string Gate(string id, string bus, int relay, bool pullToRelease = true, bool activeLow = false) => $$"""
        {
          "id": "{{id}}", "kind": "face-gate", "name": { "zh": "门", "en": "Gate" },
          "camera": { "url": "rtsp://127.0.0.1/{{id}}" },
          "door": {
            "bus": "doors",
            "relay": { "bus": "{{bus}}", "line": {{relay}}, "activeLow": {{(activeLow ? "true" : "false")}} },
            "contact": {{relay}},
            "pullToRelease": {{(pullToRelease ? "true" : "false")}}
          }
        }
        """;
}
