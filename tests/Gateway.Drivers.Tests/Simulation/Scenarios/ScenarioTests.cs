using Gateway.Drivers.Configuration;
using Gateway.Drivers.Simulation.Scenarios;

namespace Gateway.Drivers.Tests.Simulation.Scenarios;

public sealed class ScenarioTests
{
    private const string Day = """
        { "seed": 7, "lasts": "01:00:00",
          "events": [ { "at": "00:10:00", "target": "light-1", "do": "press", "for": "00:00:04" },
                      { "at": "00:05:00", "target": "uplink", "do": "cut" } ],
          "streams": [ { "targets": ["barrier-1", "barrier-2"], "do": "come", "every": "00:01:00", "from": "00:20:00", "until": "00:40:00", "highest": 4 } ] }
        """;

    [Fact]
    public void Acts_come_in_the_order_of_their_times_within_their_bounds()
    {
        var acts = Read(Day).Round(0).ToList();
        Assert.Equal(acts.OrderBy(act => act.At), acts);
        Assert.Equal(["uplink", "light-1"], acts.Take(2).Select(act => act.Act.Target));
        Assert.Equal(TimeSpan.FromSeconds(4), acts[1].Act.For);
        var vehicles = acts.Skip(2).ToList();
        Assert.InRange(vehicles.Count, 8, 40);
        Assert.All(vehicles, act => Assert.InRange(act.At, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(40)));
        Assert.All(vehicles, act => Assert.InRange(act.Act.Value!.Value, 1, 4));
        Assert.Equal(2, vehicles.Select(act => act.Act.Target).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Same_seed_gives_the_same_day_and_rounds_differ()
    {
        Assert.Equal(Read(Day).Round(3), Read(Day).Round(3));
        Assert.NotEqual(Read(Day).Round(0), Read(Day).Round(1));
        Assert.NotEqual(Read(Day).Round(0), Read(Day.Replace("\"seed\": 7", "\"seed\": 8", StringComparison.Ordinal)).Round(0));
    }

    [Fact]
    public void Endless_stream_is_drawn_as_far_as_it_is_asked_for()
    {
        var scenario = Read("""{ "streams": [ { "targets": ["a"], "do": "press", "every": "00:00:10" } ] }""");
        Assert.InRange(scenario.Round(0).Take(1000).Last().At.TotalSeconds, 9000, 11000);
    }

    [Theory]
    [InlineData("\"do\": \"press\"", "\"doo\": \"press\"", "events[0].doo", "did you mean \"do\"")]
    [InlineData("\"at\": \"00:10:00\"", "\"at\": \"ten\"", "events[0].at", "expected a duration")]
    [InlineData("[\"barrier-1\", \"barrier-2\"]", "[\"barrier-1\", 2]", "streams[0].targets[1]", "expected a text")]
    [InlineData("[\"barrier-1\", \"barrier-2\"]", "[]", "streams[0].targets", "at least one target")]
    public void Fault_is_named_with_its_place(string from, string to, string path, string words)
    {
        var fault = Assert.Throws<HardwareFileException>(() => Read(Day.Replace(from, to, StringComparison.Ordinal)));
        Assert.Contains(fault.Errors, error => error.Path == path && error.Problem.En.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Plate_is_drawn_anew_each_time_and_the_same_for_a_seed()
    {
        const string File = """
            { "seed": 3, "streams": [ { "targets": ["b"], "do": "vehicle", "every": "00:01:00",
              "vehicle": { "plates": ["沪A12345", "沪AD12345", "苏E5518挂"], "dirt": 0.4 } } ] }
            """;
        var acts = Read(File).Round(0).Take(40).Select(one => one.Act.Vehicle!).ToList();
        Assert.Equal(3, acts.Select(one => Assert.Single(one.Plates)).Distinct(StringComparer.Ordinal).Count());
        Assert.All(acts, one => Assert.Equal(0.4, one.Dirt));
        Assert.Equal(acts.Select(one => one.Plates[0]), Read(File).Round(0).Take(40).Select(one => one.Act.Vehicle!.Plates[0]));
    }

    [Theory]
    [InlineData("\"plate\": \"沪A1234\"", "events[0].vehicle.plate", "\"沪A1234\" is no plate: a Blue plate has 7 characters, not 6; an example: 沪A12345")]
    [InlineData("\"plate\": \"沪A12?45\"", "events[0].vehicle.plate", "'?' stands on no plate")]
    [InlineData("\"plate\": \"沪A12345\", \"look\": \"green\"", "events[0].vehicle.plate", "a Green plate has 8 characters")]
    [InlineData("\"look\": \"pink\"", "events[0].vehicle.look", "unknown look \"pink\"; known: blue, yellow")]
    [InlineData("\"dirt\": 2", "events[0].vehicle.dirt", "0..1")]
    [InlineData("\"plat\": \"沪A12345\"", "events[0].vehicle.plat", "did you mean \"plate\"")]
    public void Fault_of_a_vehicle_is_named_with_its_place(string keys, string path, string words)
    {
        var fault = Assert.Throws<HardwareFileException>(() =>
            Read($$"""{ "events": [ { "at": "00:00:01", "target": "b", "do": "vehicle", "vehicle": { {{keys}} } } ] }"""));
        Assert.Contains(fault.Errors, error => error.Path == path && error.Problem.En.Contains(words, StringComparison.Ordinal));
    }

    private static Scenario Read(string json) => ScenarioReader.Parse(System.Text.Encoding.UTF8.GetBytes(json), "test");
}
