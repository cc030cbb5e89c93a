using System.CommandLine;
using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Edge.Commands;
using Gateway.Edge.Storage;

namespace Gateway.Edge.Tests.Commands;

/// <summary><c>hardware probe</c> and <c>hardware release</c>.</summary>
public sealed class HardwareTrialTests : IDisposable
{
    private const string Lights = """
        {
          "site": { "station": "s", "compound": "c", "name": { "zh": "小区", "en": "Compound" } },
          "buses": [{ "id": "lights", "kind": "BUS" }],
          "devices": [{ "id": "light-1", "kind": "alarm-streetlight", "name": { "zh": "一号灯", "en": "Light 1" }, "bus": "lights", "button": 1, "lamp": 2, "strobe": 3 }]
        }
        """;

    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [Fact(Timeout = 60_000)]
    public async Task Probe_of_a_file_whose_devices_all_come_online_ends_with_0()
    {
        Assert.Equal(0, await RunAsync("probe", Simulated(), "--simulate"));
        Assert.Contains("light-1", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("2 of 2 online", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Probe_of_a_device_that_stays_away_ends_with_1_and_says_why_in_both_languages()
    {
        Assert.Equal(1, await RunAsync("probe", Absent(), "--within", "1"));
        Assert.Contains("bus.lights", _output.ToString(), StringComparison.Ordinal);
        Assert.Matches("[\u4e00-\u9fff]{4}", _output.ToString());
        Assert.Contains("0 of 2 online", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Probe_as_json_holds_every_device()
    {
        await RunAsync("probe", Simulated(), "--simulate", "--json");

        var entries = JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("entries");
        Assert.Equal(["light-1", "bus.lights"], entries.EnumerateArray().Select(entry => entry.GetProperty("device").GetString()));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("probe")]
    [InlineData("release")]
    public async Task File_that_cannot_be_used_ends_with_2_and_every_error(string verb)
    {
        var file = _folder.Write("broken.json", Lights.Replace("BUS", "simulatd", StringComparison.Ordinal), Mine);

        Assert.Equal(2, await RunAsync(verb, file));
        Assert.Contains("buses[0].kind", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("simulated", _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("probe")]
    [InlineData("release")]
    public async Task While_a_gateway_holds_the_lines_the_verb_says_so_and_touches_nothing(string verb)
    {
        using var gateway = DataDirectoryLock.TryTake(Data());

        Assert.Equal(2, await RunAsync(verb, Absent()));
        Assert.Contains("线路已被占用", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("holds the lines", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Release_leaves_simulated_outputs_out_and_ends_with_0()
    {
        Assert.Equal(0, await RunAsync("release", Simulated()));
        Assert.Contains("0 of 0 outputs are safe", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Release_names_each_output_that_it_could_not_reach_and_ends_with_1()
    {
        Assert.Equal(1, await RunAsync("release", Absent()));
        Assert.Contains("light-1  lights:2", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("0 of 2 outputs are safe", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Release_takes_file_and_data_directory_from_the_settings()
    {
        var settings = _folder.Write(
            "gateway.json", JsonSerializer.Serialize(new { Gateway = new { DataDirectory = Data(), HardwareFile = Absent() } }), Mine);

        var code = await GatewayCommand.Create().Parse(["hardware", "release", "--config", settings, "--json"])
            .InvokeAsync(new InvocationConfiguration { Output = _output, Error = _errors }, TestContext.Current.CancellationToken);

        Assert.Equal(1, code);
        var outputs = JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("outputs");
        Assert.All(outputs.EnumerateArray(), output => Assert.NotEqual(JsonValueKind.Null, output.GetProperty("fault").ValueKind));
    }

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    private string Data() => Directory.CreateDirectory(_folder.File("data")).FullName;

    private string Simulated() => _folder.Write("simulated.json", Lights.Replace("BUS", "simulated", StringComparison.Ordinal), Mine);

    /// <summary>On a chip that this machine does not have.</summary>
    private string Absent() => _folder.Write(
        "absent.json", Lights.Replace("\"kind\": \"BUS\"", "\"kind\": \"gpio\", \"chip\": \"/dev/gpiochip-absent\"", StringComparison.Ordinal), Mine);

    private Task<int> RunAsync(params string[] verb) => GatewayCommand.Create().Parse(["hardware", .. verb, "--data", Data()])
        .InvokeAsync(new InvocationConfiguration { Output = _output, Error = _errors }, TestContext.Current.CancellationToken);
}
