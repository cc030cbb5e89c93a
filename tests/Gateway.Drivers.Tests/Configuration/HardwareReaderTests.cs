using System.Text;
using EdgeGateway.Testing;
using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.Tests.Configuration;

public sealed class HardwareReaderTests
{
    private static readonly Dictionary<string, string> Variables = new() { ["DEMO_RTSP"] = "rtsp://127.0.0.1:8554" };
    private static readonly string Demo = File.ReadAllText(Path.Combine(TestData.RepositoryRoot, "hw-configs", "demo.json"));

    [Fact]
    public void Demo_file_describes_two_gates()
    {
        var hardware = Parse(Demo);

        Assert.Equal(["gate-east", "gate-west"], hardware.FaceGates.Select(gate => gate.Id.Value));
        Assert.Equal("rtsp://127.0.0.1:8554/gate-east", hardware.FaceGates[0].Camera.Url.ToString());
        Assert.Equal(TimeSpan.FromSeconds(3), hardware.FaceGates[0].Door.Pulse);
        Assert.Equal("东门", hardware.FaceGates[0].Name.Zh);
    }

    [Theory]
    [InlineData("\"compound\": \"demo-garden\"", "\"compound\": \"Demo Garden\"", 5, "$.site.compound", "lower-case")]
    [InlineData("\"compound\": \"demo-garden\"", "\"compuond\": \"demo-garden\"", 5, "$.site.compuond", "did you mean 'compound'?")]
    [InlineData("\"width\": 1280", "\"width\": \"wide\"", 20, "$.devices[0].camera.width", "expected a number from 160 to 3840, got the text \"wide\"")]
    [InlineData("\"width\": 1280", "\"width\": 99999", 20, "$.devices[0].camera.width", "expected a number from 160 to 3840, got the number 99999")]
    [InlineData("\"width\": 1280", "\"width\": 1281", 20, "$.devices[0].camera.width", "even number")]
    [InlineData("\"kind\": \"face-gate\"", "\"kind\": \"face-gaet\"", 18, "$.devices[0].kind", "did you mean 'face-gate'?")]
    [InlineData("\"bus\": \"sim\", \"line\": \"east-relay\"", "\"bus\": \"smi\", \"line\": \"east-relay\"", 22, "$.devices[0].door.relay.bus", "did you mean 'sim'?")]
    [InlineData("west-relay", "east-relay", 34, "$.devices[1].door.relay.line", "already used")]
    [InlineData("\"id\": \"gate-west\"", "\"id\": \"gate-east\"", 29, "$.devices[1].id", "already")]
    [InlineData("${DEMO_RTSP}/gate-east", "${NOT_SET}/gate-east", 20, "$.devices[0].camera.url", "NOT_SET")]
    [InlineData("${DEMO_RTSP}/gate-east", "http://camera/", 20, "$.devices[0].camera.url", "rtsp://")]
    [InlineData("${DEMO_RTSP}/gate-east", "rtsp://user:secret@camera/", 20, "$.devices[0].camera.url", "secrets file")]
    public void Each_mistake_is_named_with_its_line_its_path_and_what_was_expected(string good, string bad, int line, string path, string message)
    {
        var fault = Faults(ReplaceFirst(good, bad)).First(fault => fault.Path == path);

        Assert.Equal(line, fault.Line);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        var faults = Faults(ReplaceFirst("\"width\": 1280", "\"width\": -1").Replace("\"station\": \"demo-station\",", "", StringComparison.Ordinal)
            .Replace("\"pulseSeconds\": 3", "\"pulseSeconds\": true", StringComparison.Ordinal));

        Assert.Equal(
            ["$.site.station", "$.devices[0].camera.width", "$.devices[0].door.pulseSeconds", "$.devices[1].door.pulseSeconds"],
            faults.Select(fault => fault.Path));
    }

    [Fact]
    public void Text_that_is_not_json_is_named_with_its_line()
    {
        var fault = Assert.Single(Faults("{\n  \"site\": {\n    oops\n"));

        Assert.Equal(3, fault.Line);
        Assert.StartsWith("not valid JSON", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "expected an object, got a list")]
    [InlineData("{ \"site\": 5, \"buses\": {}, \"devices\": [7] }", "expected an object, got the number 5")]
    [InlineData("", "not valid JSON")]
    public void Values_of_the_wrong_shape_are_named(string json, string message) =>
        Assert.Contains(Faults(json), fault => fault.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void Key_given_twice_is_a_mistake() =>
        Assert.Contains(Faults(ReplaceFirst("\"width\": 1280", "\"width\": 1280, \"width\": 640")), fault => fault.Message.Contains("twice", StringComparison.Ordinal));

    [Fact]
    public void Missing_file_is_named()
    {
        var error = Assert.Throws<HardwareFileException>(() => HardwareReader.Read("/nowhere/hardware.json", Variables));

        Assert.Contains("/nowhere/hardware.json", error.Message, StringComparison.Ordinal);
    }

    private static string ReplaceFirst(string good, string bad)
    {
        var at = Demo.IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the demo file no longer holds {good}");
        return Demo[..at] + bad + Demo[(at + good.Length)..];
    }

    private static HardwareDescription Parse(string json) => HardwareReader.Parse("demo.json", Encoding.UTF8.GetBytes(json), Variables);

    private static IReadOnlyList<HardwareFault> Faults(string json) => Assert.Throws<HardwareFileException>(() => Parse(json)).Faults;
}
