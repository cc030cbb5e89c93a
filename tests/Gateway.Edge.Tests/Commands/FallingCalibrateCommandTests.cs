using System.CommandLine;
using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Commands;
using Gateway.Edge.Tests.Console.Facades;

namespace Gateway.Edge.Tests.Commands;

public sealed class FallingCalibrateCommandTests : IDisposable
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly string[] Lines = ["--line", "5=0.803", "--line", "7=0.591", "--line", "9=0.417", "--line", "12=0.21", "--line", "14=0.097"];

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private readonly string _file;

    public FallingCalibrateCommandTests() => _file = _folder.Write("hardware.json", TwoTowers.Json, Mine);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Calibration_of_the_file_is_shown_with_its_lines_and_its_uncertainty()
    {
        Assert.Equal(0, await RunAsync("tower-2"));
        var said = _output.ToString();
        Assert.Contains("tower-2: 18 floors of 3 m, 5 floor lines, 10 columns", said, StringComparison.Ordinal);
        Assert.Matches(@"5 floor lines, off by 0\.\d px", said);
        Assert.Matches(@"(?m)^ +9 +0\.41\d\d +15\d\.\d +[-+]?0\.\d", said);
        Assert.Matches(@"at the top: floor 16 ± 0\.\d\d floors", said);
        Assert.Empty(_errors.ToString());
        Assert.Equal(TwoTowers.Json, await ReadAsync());
    }

    [Fact]
    public async Task Lines_on_the_command_line_take_the_placement_s_place_and_are_written_only_when_asked()
    {
        Assert.Equal(0, await RunAsync(["tower-1", .. Lines, "--floor-height", "3", "--columns", "9"]));
        Assert.Equal(TwoTowers.Json, await ReadAsync());

        Assert.Equal(0, await RunAsync(["tower-1", .. Lines, "--floor-height", "3", "--columns", "9", "--write"]));
        Assert.Contains(".bak", _output.ToString(), StringComparison.Ordinal);
        var facade = ((FallingObjectCameraDescription)HardwareReader.Read(_file, _ => null).Devices[0]).Facade;
        Assert.Equal((9, 5, 3.0), (facade.Columns, facade.Calibration.Lines.Count, facade.Calibration.Building.FloorHeight));
        Assert.Contains("\"id\": \"tower-2\",   \"kind\"", await ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(TwoTowers.Json, await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(_folder.Path, "*.bak")), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Placement_on_the_command_line_takes_the_lines_place()
    {
        Assert.Equal(0, await RunAsync("tower-2", "--placement", "tilt=32,height=3.5,distance=28,fieldOfView=48", "--floors", "20", "--write"));
        var facade = ((FallingObjectCameraDescription)HardwareReader.Read(_file, _ => null).Devices[1]).Facade;
        Assert.Equal((20, 0), (facade.Calibration.Building.Floors, facade.Calibration.Lines.Count));
        Assert.Contains("nothing to check it against", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_tells_the_same()
    {
        Assert.Equal(0, await RunAsync("tower-2", "--json"));
        var report = JsonDocument.Parse(_output.ToString()).RootElement;
        Assert.Equal(360, report.GetProperty("rows").GetInt32());
        Assert.InRange(report.GetProperty("fit").GetProperty("lineError").GetDouble(), 0, 1);
        Assert.Equal(5, report.GetProperty("fit").GetProperty("lines").GetArrayLength());
        Assert.Equal(3, report.GetProperty("fit").GetProperty("places").GetArrayLength());
    }

    [Fact]
    public async Task Faults_are_named_in_both_languages_and_nothing_is_written()
    {
        Assert.Equal(1, await RunAsync("tower-1", "--line", "5=0.803", "--line", "5=0.5", "--floors", "0", "--write"));
        Assert.Contains("facade.floorLines: At least 4", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("至少需要 4 条楼层线", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("facade.floors: ", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(TwoTowers.Json, await ReadAsync());
    }

    [Theory]
    [InlineData("--line", "5:0.8", "expected FLOOR=Y")]
    [InlineData("--line", "five=0.8", "not a number")]
    [InlineData("--line", "5=NaN", "not a number")]
    [InlineData("--placement", "tilt", "expected tilt=32")]
    [InlineData("--placement", "tilt=steep", "not a number")]
    public async Task Option_of_another_form_is_named(string option, string value, string words)
    {
        Assert.Equal(2, await RunAsync("tower-1", option, value));
        Assert.Contains(words, _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_and_placement_together_are_refused()
    {
        Assert.Equal(2, await RunAsync(["tower-1", .. Lines, "--placement", "tilt=1"]));
        Assert.Contains("not both", _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tower-9", "no device tower-9")]
    [InlineData("gate-1", "not a falling-object camera")]
    public async Task Device_that_is_none_is_named(string device, string words)
    {
        await File.WriteAllTextAsync(
            _file, TwoTowers.Json.Replace("\"devices\": [", "\"devices\": [ { \"id\": \"gate-1\", \"kind\": \"face-gate\" },", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(2, await RunAsync(device));
        Assert.Contains(words, _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_key_of_a_placement_is_a_fault_with_its_path()
    {
        Assert.Equal(1, await RunAsync("tower-1", "--placement", "tilt=32,height=3,distance=20,fieldOfVeiw=40"));
        Assert.Contains("facade.placement.fieldOfVeiw", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("fieldOfView", _output.ToString(), StringComparison.Ordinal);
    }

    private Task<string> ReadAsync() => File.ReadAllTextAsync(_file, TestContext.Current.CancellationToken);

    private Task<int> RunAsync(params string[] arguments) => GatewayCommand.Create().Parse(["falling", "calibrate", _file, .. arguments])
        .InvokeAsync(new InvocationConfiguration { Output = _output, Error = _errors }, TestContext.Current.CancellationToken);
}
