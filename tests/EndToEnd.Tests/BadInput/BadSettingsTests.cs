using System.Text.Json.Nodes;

namespace EndToEnd.Tests.BadInput;

/// <summary>Settings that cannot be used: the gateway does not start, and says in a line or two which key of which file is to be mended.</summary>
public sealed class BadSettingsTests : IDisposable
{
    private readonly CompoundFolder _compound = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData("Jurnal", "{}", "Jurnal: unknown section")]
    [InlineData("Faces", """{ "MatchTreshold": 0.5 }""", "Faces:MatchTreshold: unknown key")]
    [InlineData("Faces", """{ "MatchThreshold": "high" }""", "Faces:MatchThreshold: 'high' is not a number")]
    [InlineData("Faces", """{ "MatchThreshold": 1.5 }""", "Faces:MatchThreshold")]
    [InlineData("Access", """{ "RelayTimeout": "1.00:00:00" }""", "Access:RelayTimeout")]
    [InlineData("Uplink", """{ "Window": 0 }""", "Uplink:Window")]
    [InlineData("Logging", """{ "LogLevel": { "Default": "Loud" } }""", "Logging:LogLevel:Default: 'Loud'")]
    public async Task Section_that_cannot_be_used_is_named_and_nothing_is_opened(string section, string value, string words)
    {
        _compound.Settings[section] = JsonNode.Parse(value);

        await RefusesAsync(words);
        Assert.False(Directory.Exists(_compound.Data));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("Urls", "http://0.0.0.0:8090", "Gateway:Urls")]
    [InlineData("Station", "Hong Qiao", "Gateway:Station")]
    [InlineData("HardwareFile", "/nowhere/hardware.json", "/nowhere/hardware.json")]
    [InlineData("DataDirectory", "/proc/nowhere/data", "/proc/nowhere/data")]
    public async Task Value_that_cannot_be_used_is_named(string key, string value, string words)
    {
        _compound.Settings["Gateway"]![key] = value;

        await RefusesAsync(words);
    }

    [Fact(Timeout = 120_000)]
    public async Task Broken_json_is_named_with_its_line()
    {
        await File.WriteAllTextAsync(_compound.Config, "{ \"Gateway\": {\n \"Station\" 7 } }", Cancelled);

        var (exit, output) = await CompoundFolder.RunAsync(Cancelled, "run", "--config", _compound.Config);

        AssertRefusal(exit, output, $"{_compound.Config}: line 2: not valid JSON");
    }

    [Fact(Timeout = 120_000)]
    public async Task Every_error_of_a_hardware_file_is_named_with_its_line()
    {
        var hardware = await File.ReadAllTextAsync(_compound.Hardware, Cancelled);
        await File.WriteAllTextAsync(
            _compound.Hardware, hardware.Replace("\"simulated\"", "\"simulted\"", StringComparison.Ordinal).Replace("\"relay\": 1", "\"relay\": -1", StringComparison.Ordinal), Cancelled);

        var output = await RefusesAsync("buses[0].kind (line 4)", mostLines: 3);

        Assert.Contains("devices[0].door.relay", output, StringComparison.Ordinal);
        Assert.Contains(_compound.Hardware, output, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Second_gateway_on_the_same_data_is_refused_and_the_first_goes_on()
    {
        await using var first = _compound.Start();
        var address = await CompoundFolder.ReadyAsync(first, Cancelled);

        await RefusesAsync("Another gateway process uses " + _compound.Data);

        using var client = new HttpClient { BaseAddress = address };
        Assert.Contains("status", await client.GetStringAsync(new Uri("/healthz", UriKind.Relative), Cancelled), StringComparison.Ordinal);
        var (exit, output) = await CompoundFolder.RunAsync(Cancelled, "residents", "list", "--data", _compound.Data);
        Assert.True(exit == 0, output);
    }

    [Fact(Timeout = 120_000)]
    public async Task Port_that_is_taken_is_named_with_its_setting()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        _compound.Settings["Gateway"]!["Urls"] = $"http://{other.LocalEndpoint}";

        await RefusesAsync("Gateway:Urls cannot be listened on", mostLines: int.MaxValue);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("media.key")]
    [InlineData("strangers.key")]
    [InlineData("residents.key")]
    public async Task Key_that_others_can_read_is_refused_with_the_command_that_closes_it(string name)
    {
        Directory.CreateDirectory(Path.Combine(_compound.Data, "keys"));
        var key = Path.Combine(_compound.Data, "keys", name);
        await File.WriteAllBytesAsync(key, new byte[32], Cancelled);
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        await RefusesAsync("chmod 600 " + key, mostLines: int.MaxValue);
    }

    public void Dispose() => _compound.Dispose();

    private async Task<string> RefusesAsync(string words, int mostLines = 2)
    {
        await File.WriteAllTextAsync(_compound.Config, _compound.Settings.ToJsonString(), Cancelled);
        var (exit, output) = await CompoundFolder.RunAsync(Cancelled, "run", "--config", _compound.Config);
        AssertRefusal(exit, output, words, mostLines);
        return output;
    }

    private static void AssertRefusal(int exit, string output, string words, int mostLines = 2)
    {
        Assert.Equal(2, exit);
        Assert.Contains(words, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.InRange(output.Split('\n').Length, 1, mostLines);
    }
}
