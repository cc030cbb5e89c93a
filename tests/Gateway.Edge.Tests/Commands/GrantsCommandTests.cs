using System.CommandLine;
using System.Net;
using System.Text.Json;
using Gateway.Edge.Commands;
using Gateway.Edge.Tests.Access.Grants;
using Gateway.Edge.Tests.Access.Grants.Api;
using Gateway.Edge.Tests.Access.Residents;

namespace Gateway.Edge.Tests.Commands;

public sealed class GrantsCommandTests : IDisposable
{
    private readonly GrantsFixture _fixture = new();
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
        await using var gateway = new GrantGateway();
        await gateway.StartAsync();

        await WorkAsync(gateway.Data);
    }

    [Fact]
    public async Task Without_the_key_nothing_is_answered()
    {
        await using var gateway = new GrantGateway();
        await gateway.StartAsync();
        using var http = new HttpClient { BaseAddress = gateway.Address };

        foreach (var path in new[] { "/api/grants", $"/api/grants/{Guid.NewGuid()}", "/api/grants/rules", "/api/grants/leases" })
        {
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }
    }

    private async Task WorkAsync(string data)
    {
        var table = Path.Combine(data, "crew.csv");
        await File.WriteAllTextAsync(table, "name,phone,tag\n李红,13800000002,装修工\n,1,\n", TestContext.Current.CancellationToken);

        Assert.Equal(0, await RunAsync(data, "add", "--tag", "plumber", "--host", "3-1202", "--until", "2099-06-01 12:00", "--from", "2099-05-31", "--name", "王建国", "--hours", "daily 08:00-18:00", "--entries", "3", "--json"));
        var id = JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("grant").GetProperty("id").GetString()!;
        Assert.Equal(0, await RunAsync(data, "renew", id, "--until", "2099-06-02"));
        Assert.Equal(1, await RunAsync(data, "renew", id, "--until", "2099-06-01"));
        Assert.Equal(0, await RunAsync(data, "shorten", id, "--until", "2099-06-01 10:00"));
        Assert.Equal(0, await RunAsync(data, "left", id));
        Assert.Equal(1, await RunAsync(data, "import", table, "--from", "2099-05-01", "--until", "2099-06-01", "--host", "工单 17"));
        Assert.Equal(1, await RunAsync(data, "import", table, "--from", "2099-05-01", "--until", "2099-06-01", "--host", "工单 17", "--good-rows"));
        Assert.Contains("granted: 1 of 2 rows", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync(data, "list", "装修"));
        Assert.Contains("1 grants", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync(data, "revoke", id));
        Assert.Equal(1, await RunAsync(data, "revoke", id));
        Assert.Equal(0, await RunAsync(data, "show", id));
        Assert.Contains("Revoked", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("gateway  erased", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await RunAsync(data, "show", Guid.NewGuid().ToString()));
        Assert.Equal(2, await RunAsync(data, "renew", id, "--until", "soon"));
        Assert.Equal(1, await RunAsync(data, "add", "--tag", "plumber", "--host", "x", "--until", "2099-06-01", "--name", " "));
        Assert.Contains("row 3, 姓名 ''", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("name: Give 1 to 40", _errors.ToString(), StringComparison.Ordinal);
    }

    private Task<int> RunAsync(string data, params string[] verb)
    {
        _output.GetStringBuilder().Clear();
        var command = new RootCommand { GrantsCommand.Create(static (services, _) => ResidentsFixture.AddFaces(services, new MadeUpFaces())) };
        return command.Parse(["grants", .. verb, "--data", data]).InvokeAsync(
            new InvocationConfiguration { Output = _output, Error = _errors }, TestContext.Current.CancellationToken);
    }
}
