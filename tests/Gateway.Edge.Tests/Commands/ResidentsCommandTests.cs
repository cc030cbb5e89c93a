using System.CommandLine;
using System.Text.Json;
using Gateway.Edge.Commands;
using Gateway.Edge.Tests.Access.Residents;

namespace Gateway.Edge.Tests.Commands;

public sealed class ResidentsCommandTests : IDisposable
{
    private readonly ResidentsFixture _fixture = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _fixture.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task Without_a_running_gateway_the_verbs_work_on_the_registry_itself()
    {
        Assert.Equal(0, await RunAsync(_fixture.Data, "enrol", "--name", "李四", "--unit", "1-101", "--photo", Photo(1, 0), Photo(1, 1), "--consent-by", "李四", "--consent-text", "v1", "--json"));
        var id = JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("id").GetString()!;

        Assert.Equal(0, await RunAsync(_fixture.Data, "withdraw", id, "--by", "李四", "--yes"));
        Assert.Equal(0, await RunAsync(_fixture.Data, "list"));

        Assert.Contains("withdrawn", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, _fixture.Journal.LastSequence);
    }

    [Fact]
    public async Task While_the_gateway_runs_the_verbs_go_through_its_socket()
    {
        await using var gateway = new GatewayUnderTest();
        await gateway.StartAsync();

        var enrolled = await RunAsync(gateway.Data, "enrol", "--name", "李四", "--unit", "1-101", "--photo", Photo(1, 0), "--consent-by", "李四", "--consent-text", "v1", "--json");
        var id = JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("id").GetString()!;
        var twice = await RunAsync(gateway.Data, "enrol", "--name", "张三", "--unit", "1-102", "--photo", Photo(1, 0), "--consent-by", "张三", "--consent-text", "v1");
        var shown = await RunAsync(gateway.Data, "show", id);
        var withdrawn = await RunAsync(gateway.Data, "withdraw", id, "--by", "李四", "--yes");

        Assert.Equal((0, 1, 0, 0), (enrolled, twice, shown, withdrawn));
        Assert.Contains("李* (1-101)", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, gateway.Journal.LastSequence);
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(gateway.Data, "gateway.sock")) & (UnixFileMode)0x1FF);
    }

    [Fact]
    public async Task A_gateway_that_holds_the_data_without_listening_yet_is_named()
    {
        _ = _fixture.Registry;

        Assert.Equal(2, await RunAsync(_fixture.Data, "list"));
        Assert.Contains("Another gateway process uses", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_socket_left_by_a_killed_gateway_is_no_obstacle()
    {
        await File.WriteAllBytesAsync(Path.Combine(_fixture.Data, "gateway.sock"), [], TestContext.Current.CancellationToken);

        Assert.Equal(0, await RunAsync(_fixture.Data, "list"));
    }

    [Fact]
    public async Task A_missing_photo_file_and_an_unknown_resident_are_named()
    {
        Assert.Equal(2, await RunAsync(_fixture.Data, "enrol", "--name", "A", "--unit", "1", "--photo", "/nowhere.jpg", "--consent-by", "A", "--consent-text", "v1"));
        Assert.Equal(2, await RunAsync(_fixture.Data, "show", "0190c0de-0000-7000-8000-000000000000"));

        Assert.Contains("/nowhere.jpg", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("There is no resident 0190c0de", _errors.ToString(), StringComparison.Ordinal);
    }

    private Task<int> RunAsync(string data, params string[] verb)
    {
        var command = new RootCommand { ResidentsCommand.Create((services, _) => ResidentsFixture.AddFaces(services, new MadeUpFaces())) };
        return command.Parse(["residents", .. verb, "--data", data]).InvokeAsync(
            new InvocationConfiguration { Output = _output, Error = _errors }, TestContext.Current.CancellationToken);
    }

    private string Photo(byte person, byte view)
    {
        var path = Path.Combine(_fixture.Data, $"{person}-{view}.jpg");
        File.WriteAllBytes(path, MadeUpFaces.Photo(person, view));
        return path;
    }
}
