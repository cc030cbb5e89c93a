using System.CommandLine;
using EdgeGateway.Testing;
using Gateway.Edge.Commands;

namespace Gateway.Edge.Tests.Commands;

public sealed class HardwareCommandTests : IDisposable
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly string Demo = Path.Combine(TestData.RepositoryRoot, "hw-configs", "demo.json");
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [Fact]
    public void File_without_errors_is_summed_up()
    {
        Assert.Equal(0, Validate(Demo));
        Assert.Contains("gate-east", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("西门", _output.ToString(), StringComparison.Ordinal);
        Assert.Empty(_errors.ToString());
    }

    [Fact]
    public void Every_error_is_printed_in_both_languages_with_its_line_and_the_exit_code_is_1()
    {
        var text = File.ReadAllText(Demo)
            .Replace("\"compound\": \"demo-garden\",", "", StringComparison.Ordinal)
            .Replace("\"width\": 960", "\"widht\": 960", StringComparison.Ordinal)
            .Replace("\"relay\": 2", "\"relay\": 70000", StringComparison.Ordinal);

        Assert.Equal(1, Validate(_folder.Write("site.json", text, Mine)));

        Assert.Empty(_output.ToString());
        var said = _errors.ToString();
        Assert.Contains("4 error(s)", said, StringComparison.Ordinal);
        foreach (var path in new[] { "site.compound", "devices[0].camera.widht", "devices[1].camera.widht", "devices[1].door.relay" })
        {
            Assert.Matches($@"(?m)^  {System.Text.RegularExpressions.Regex.Escape(path)} \(line \d+\): \w", said);
            Assert.Matches($@"(?m)^  {System.Text.RegularExpressions.Regex.Escape(path)}（第 \d+ 行）：\S", said);
        }

        Assert.Contains("did you mean \"width\"", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Absent_and_broken_files_are_named()
    {
        Assert.Equal(1, Validate(_folder.File("absent.json")));
        Assert.Contains(_folder.File("absent.json"), _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, Validate(_folder.Write("broken.json", "{\n\"site\": nonsense", Mine)));
        Assert.Contains("line 2", _errors.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    private int Validate(string path) => GatewayCommand.Create().Parse(["hardware", "validate", path])
        .Invoke(new InvocationConfiguration { Output = _output, Error = _errors });
}
