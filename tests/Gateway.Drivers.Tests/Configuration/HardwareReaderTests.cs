using System.Text;
using EdgeGateway.Testing;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.FaceGates;

namespace Gateway.Drivers.Tests.Configuration;

public sealed class HardwareReaderTests
{
    private static readonly string Demo = Path.Combine(TestData.RepositoryRoot, "hw-configs", "demo.json");
    private static readonly string Text = File.ReadAllText(Demo);

    [Fact]
    public void Demo_file_describes_its_devices()
    {
        var hardware = HardwareReader.Read(Demo, name => name == "DEMO_RTSP" ? "rtsp://127.0.0.1:9999" : null);
        Assert.Equal("demo-garden", hardware.Site.Compound);
        Assert.Equal("gate-east gate-west tower-1 barrier-east light-1 light-2 shed-1", string.Join(' ', hardware.Devices.Select(gate => gate.Id.Value)));
        Assert.Equal("rtsp://127.0.0.1:9999/gate-east", Gate(hardware).Camera.Settings.Url);
        Assert.Equal("东门", Gate(hardware).Name.Zh);
    }

    [Fact]
    public void Placeholder_without_a_value_takes_what_the_file_says()
    {
        Assert.Equal("rtsp://127.0.0.1:8554/gate-east", Gate(HardwareReader.Read(Demo, _ => null)).Camera.Settings.Url);
    }

    [Fact]
    public void File_that_is_not_saved_as_utf8_says_so_with_its_line()
    {
        byte[] gbk = [.. "{\n \"site\": { \"station\": \""u8, 0xB5, 0xC7, .. "\" } }"u8];
        var fault = Assert.Throws<HardwareFileException>(() => HardwareReader.Parse(gbk, "site.json", _ => null));
        var error = Assert.Single(fault.Errors);
        Assert.Equal(2, error.Line);
        Assert.Contains("UTF-8", error.Problem.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"zone\": \"entrances\"", "\"zome\": \"entrances\"", "devices[0].zome", "did you mean \"zone\"")]
    [InlineData("\"width\": 960", "\"width\": \"960\"", "devices[0].camera.width", "expected a number, found the text \"960\"")]
    [InlineData("\"width\": 960", "\"width\": 9.5", "devices[0].camera.width", "whole number in 16..3840")]
    [InlineData("\"relay\": 1, ", "", "devices[0].door.relay", "missing: expected a line's number")]
    [InlineData("\"gate-west\",", "\"gate-east\",", "devices[1].id", "already used by devices[0]")]
    [InlineData("\"gate-east\",", "\"Gate East\",", "devices[0].id", "lower-case letters")]
    [InlineData("${DEMO_RTSP:-rtsp://127.0.0.1:8554}/gate-east", "http://camera/", "devices[0].camera.url", "expected rtsp://")]
    [InlineData("${DEMO_RTSP:-rtsp://127.0.0.1:8554}/gate-east", "rtsp://admin:pw@camera/1", "devices[0].camera.url", "secrets file")]
    [InlineData("${DEMO_RTSP:-rtsp://127.0.0.1:8554}/gate-east", "rtsp://camera/1\\n2", "devices[0].camera.url", "control character")]
    [InlineData("${DEMO_RTSP:-rtsp://127.0.0.1:8554}/gate-east", "${NOT_SET}/1", "devices[0].camera.url", "NOT_SET")]
    [InlineData("\"bus\": \"doors\"", "\"bus\": \"door\"", "devices[0].door.bus", "did you mean \"doors\"")]
    [InlineData("\"kind\": \"face-gate\"", "\"kind\": \"facegate\"", "devices[0].kind", "did you mean \"face-gate\"")]
    [InlineData("\"kind\": \"simulated\"", "\"kind\": \"pneumatic\"", "buses[0].kind", "Known: simulated")]
    [InlineData("\"station\": \"demo-station\",", "", "site.station", "missing: expected a text")]
    [InlineData("\"relay\": 2", "\"relay\": 1", "devices[1].door.relay", "already driven by gate-east")]
    [InlineData("\"relay\": 1", "\"pulse\": \"3s\", \"relay\": 1", "devices[0].door.pulse", "expected a duration hh:mm:ss")]
    [InlineData("\"relay\": 1", "\"relay\": 1, \"relay\": 3", "devices[0].door.relay", "more than once")]
    [InlineData("\"width\": 960", "\"region\": {\"x\": 0.5, \"y\": 0, \"width\": 0.6, \"height\": 1}, \"width\": 960", "devices[0].camera.region", "leaves the picture")]
    public void Fault_is_named_with_path_and_line(string from, string to, string path, string says)
    {
        var at = Text.IndexOf(from, StringComparison.Ordinal);
        var broken = Text[..at] + to + Text[(at + from.Length)..];
        var error = Assert.Single(Errors(broken));
        Assert.Equal(path, error.Path);
        Assert.Contains(says, error.Problem.En, StringComparison.Ordinal);
        Assert.Matches("[\u4e00-\u9fff]", error.Problem.Zh);
        if (!says.StartsWith("missing", StringComparison.Ordinal) && path != "devices")
        {
            Assert.Equal(Text[..at].Count(character => character == '\n') + 1, error.Line);
        }
    }

    [Fact]
    public void Input_that_several_devices_listen_to_must_be_read_alike_by_all()
    {
        string Wired(string east, string west) => Text
            .Replace("\"contact\": 1 }", "\"contact\": 1 }, \"fireRelease\": { \"line\": 9, " + east + " }", StringComparison.Ordinal)
            .Replace("\"contact\": 2 }", "\"contact\": 2 }, \"fireRelease\": { \"line\": 9, " + west + " }", StringComparison.Ordinal);
        HardwareReader.Parse(Encoding.UTF8.GetBytes(Wired("\"activeLow\": true", "\"activeLow\": true, \"debounce\": \"00:00:00.5\"")), "test", _ => null);
        var error = Assert.Single(Errors(Wired("\"activeLow\": true", "\"activeLow\": false")));
        Assert.Equal("devices[1].fireRelease", error.Path);
        Assert.Contains("doors:9 is also wired to gate-east (devices[0].fireRelease): activeLow and bias must be the same", error.Problem.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_reported_at_once()
    {
        var broken = Text.Replace("\"width\": 960", "\"widht\": 960", StringComparison.Ordinal).Replace("\"zh\": \"东门\", ", "", StringComparison.Ordinal);
        Assert.Equal("devices[0].name.zh devices[0].camera.widht devices[1].camera.widht", string.Join(' ', Errors(broken).Select(error => error.Path)));
    }

    [Theory]
    [InlineData("{ \"site\": ", 1)]
    [InlineData("{\n\n\"site\": nonsense }", 3)]
    [InlineData("", 1)]
    public void Broken_JSON_is_named_with_its_line(string text, int line)
    {
        Assert.Equal(line, Assert.Single(Errors(text)).Line);
    }

    [Fact]
    public void Rate_of_events_and_debounce_must_fit_each_other()
    {
        var fast = Text.Replace("\"seed\": 7", "\"seed\": 7, \"forcedOpenEvery\": \"00:00:00.020\"", StringComparison.Ordinal);
        var hardware = HardwareReader.Parse(Encoding.UTF8.GetBytes(fast), "test", _ => null);
        Assert.Equal(TimeSpan.Zero, Gate(hardware).Door.Debounce);
        var error = Assert.Single(Errors(fast.Replace("\"relay\": 1,", "\"relay\": 1, \"debounce\": \"00:00:00.050\",", StringComparison.Ordinal)));
        Assert.Equal("devices[0].door.debounce", error.Path);
    }

    [Fact]
    public void Missing_file_is_named()
    {
        var error = Assert.Throws<HardwareFileException>(() => HardwareReader.Read("/absent/site.json", _ => null));
        Assert.Contains("/absent/site.json", error.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<HardwareError> Errors(string text) =>
        Assert.Throws<HardwareFileException>(() => HardwareReader.Parse(Encoding.UTF8.GetBytes(text), "test.json", _ => null)).Errors;

    private static FaceGateDescription Gate(HardwareFile hardware) => Assert.IsType<FaceGateDescription>(hardware.Devices[0]);
}
