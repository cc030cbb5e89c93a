using System.CommandLine;
using System.Text;
using System.Text.Json;
using Gateway.Edge.Commands;
using Gateway.Edge.Tests.Access.Vehicles;
using Gateway.Edge.Tests.Access.Vehicles.Api;

namespace Gateway.Edge.Tests.Commands;

public sealed class VehiclesCommandTests : IDisposable
{
    private readonly VehiclesFixture _fixture = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _fixture.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public Task Without_a_running_gateway_the_verbs_work_on_the_registry_itself() => WorkAsync(_fixture.Data);

    [Fact]
    public async Task While_the_gateway_runs_the_verbs_go_through_its_socket()
    {
        await using var gateway = new VehicleGateway();
        await gateway.StartAsync();

        await WorkAsync(gateway.Data);

        Assert.Equal(9, gateway.Journal.LastSequence);
    }

    [Fact]
    public async Task Refusals_are_printed_by_field_in_both_languages()
    {
        Assert.Equal(1, await RunAsync(_fixture.Data, "add", "--plate", "x", "--standing", "resident"));
        Assert.Equal(2, await RunAsync(_fixture.Data, "add", "--plate", "京A12345"));
        Assert.Equal(2, await RunAsync(_fixture.Data, "add", "--plate", "京A12345", "--standing", "visitor", "--until", "soon"));
        Assert.Equal(2, await RunAsync(_fixture.Data, "change", Guid.NewGuid().ToString(), "--note", "x"));
        Assert.Equal(2, await RunAsync(_fixture.Data, "remove", Guid.NewGuid().ToString()));
        Assert.Equal(2, await RunAsync(_fixture.Data, "list", "--standing", "king"));
        Assert.Equal(2, await RunAsync(_fixture.Data, "import", "/nowhere.csv"));
        Assert.Equal(2, await RunAsync(_fixture.Data, "stays", "end", Guid.NewGuid().ToString(), "--reason", "x"));

        var errors = _errors.ToString();
        Assert.Contains("plate: 不是有效车牌", errors, StringComparison.Ordinal);
        Assert.Contains("owner: Give 1 to 40", errors, StringComparison.Ordinal);
        Assert.Contains("--standing is needed", errors, StringComparison.Ordinal);
        Assert.Contains("'soon' is no time", errors, StringComparison.Ordinal);
        Assert.Contains("There is no vehicle", errors, StringComparison.Ordinal);
        Assert.Contains("There is no stay", errors, StringComparison.Ordinal);
    }

    private async Task WorkAsync(string data)
    {
        var table = Path.Combine(data, "table.csv");
        var exported = Path.Combine(data, "exported.csv");
        await File.WriteAllTextAsync(table, "plate,standing,owner,unit\n京B12345,resident,李四,1-101\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(table + ".bad", "plate,standing,owner,unit\n京B1,resident,李四,1-101\n", TestContext.Current.CancellationToken);

        Assert.Equal(0, await RunAsync(data, "add", "--plate", "京A12345", "--standing", "resident", "--owner", "王小明", "--unit", "3-1202", "--phone", "13800000001", "--json"));
        var id = Json().GetProperty("id").GetString()!;
        Assert.Equal(0, await RunAsync(data, "add", "--plate", "沪A12345", "--standing", "visitor", "--until", "2099-01-01", "--from", "2098-01-01 08:00", "--host", "3-1202", "--entries", "2"));
        Assert.Equal(0, await RunAsync(data, "change", id, "--note", "银色"));
        Assert.Equal(0, await RunAsync(data, "deny", "京C12345", "--reason", "逃费"));
        Assert.Equal(0, await RunAsync(data, "import", table, "--dry-run"));
        Assert.Equal(0, await RunAsync(data, "import", table));
        Assert.Equal(1, await RunAsync(data, "import", table + ".bad"));
        Assert.Equal(0, await RunAsync(data, "list", "--json"));
        var vehicles = Json().GetProperty("vehicles");
        Assert.Equal(0, await RunAsync(data, "list", "12345", "--standing", "denied"));
        Assert.Contains("1 vehicles", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync(data, "stays", "begin", "京A12345", "--reason", "补记", "--json"));
        var stay = Json().GetProperty("id").GetString()!;
        Assert.Equal(0, await RunAsync(data, "occupancy", "--json"));
        Assert.Equal(1, Json().GetProperty("inside").GetInt32());
        Assert.Equal(0, await RunAsync(data, "stays", "--inside"));
        Assert.Contains(stay, _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await RunAsync(data, "stays", "settle", stay, "--reason", "无"));
        Assert.Equal(1, await RunAsync(data, "stays", "extend", stay, "--reason", "无", "--minutes", "5"));
        Assert.Equal(0, await RunAsync(data, "stays", "end", stay, "--reason", "离场"));
        Assert.Equal(0, await RunAsync(data, "export", exported, "--phones"));
        Assert.Equal(2, await RunAsync(data, "export", exported));
        Assert.Equal(0, await RunAsync(data, "remove", id));

        Assert.Equal(["京A12345", "京B12345", "京C12345", "沪A12345"], vehicles.EnumerateArray().Select(vehicle => vehicle.GetProperty("plate").GetString()));
        Assert.Equal(("银色", "138****0001"), (vehicles[0].GetProperty("note").GetString(), vehicles[0].GetProperty("maskedPhone").GetString()));
        Assert.Contains("13800000001", await File.ReadAllTextAsync(exported, Encoding.UTF8, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(exported));
        Assert.Contains("row 2, 车牌 '京B1'", _errors.ToString(), StringComparison.Ordinal);
    }

    private JsonElement Json() => JsonDocument.Parse(_output.ToString()).RootElement;

    private Task<int> RunAsync(string data, params string[] verb)
    {
        _output.GetStringBuilder().Clear();
        var command = new RootCommand { VehiclesCommand.Create() };
        return command.Parse(["vehicles", .. verb, "--data", data]).InvokeAsync(
            new InvocationConfiguration { Output = _output, Error = _errors }, TestContext.Current.CancellationToken);
    }
}
