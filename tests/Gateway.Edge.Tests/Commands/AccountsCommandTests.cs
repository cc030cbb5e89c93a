using System.Text.Json;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Accounts;
using Gateway.Edge.Commands;
using Gateway.Edge.Tests.Console;

namespace Gateway.Edge.Tests.Commands;

public sealed class AccountsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task Lost_password_is_replaced_on_the_box_while_the_gateway_runs()
    {
        await using var gateway = await ConsoleUnderTest.StartAsync();
        var old = (await File.ReadAllTextAsync(Path.Combine(gateway.Data, FirstAccount.FileName), TestContext.Current.CancellationToken)).Trim();

        Assert.Equal(0, await RunAsync(gateway.Data, "reset-password", "admin"));

        var password = _output.ToString().Split('\n').Single(line => line.StartsWith("password: ", StringComparison.Ordinal))[10..].Trim();
        Assert.NotEqual(old, password);
        using var browser = new FormBrowser(gateway.Address);
        (await browser.SignInAsync("admin", password)).Dispose();
        using var page = await browser.GetAsync("/");
        Assert.Equal("/account/password", page.Headers.Location?.OriginalString);
        await WorkAsync(gateway.Data);
    }

    [Fact(Timeout = 60_000)]
    public Task Without_a_running_gateway_the_verbs_work_on_the_accounts_themselves() => WorkAsync(_folder.File("data"));

    private async Task WorkAsync(string data)
    {
        Assert.Equal(0, await RunAsync(data, "add", "wang", "--role", "Guard", "--person", "王芳"));
        Assert.Contains("password: ", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync(data, "role", "wang", "Auditor"));
        Assert.Equal(0, await RunAsync(data, "disable", "wang"));
        _output.GetStringBuilder().Clear();
        Assert.Equal(0, await RunAsync(data, "list", "--json"));
        using (var listed = JsonDocument.Parse(_output.ToString()))
        {
            var wang = listed.RootElement.GetProperty("accounts").EnumerateArray().Single(account => account.GetProperty("name").GetString() == "wang");
            Assert.Equal(("Auditor", true), (wang.GetProperty("role").GetString(), wang.GetProperty("disabled").GetBoolean()));
        }

        Assert.Equal(0, await RunAsync(data, "enable", "wang"));
        Assert.Equal(0, await RunAsync(data, "end-sessions", "wang"));
        Assert.Equal(0, await RunAsync(data, "list"));
        Assert.Contains("王芳", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await RunAsync(data, "add", "wang", "--role", "Guard"));
        Assert.Equal(2, await RunAsync(data, "disable", "admin"));
        Assert.Equal(2, await RunAsync(data, "enable", "nobody"));
        Assert.NotEqual(0, await RunAsync(data, "add", "li", "--role", "King"));
        Assert.Contains("This log-in name is taken.", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("last administrator", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("no such account", _errors.ToString(), StringComparison.Ordinal);
    }

    private Task<int> RunAsync(string data, params string[] arguments) =>
        GatewayCommand.Create().Parse(["accounts", .. arguments, "--data", data]).InvokeAsync(new() { Output = _output, Error = _errors }, TestContext.Current.CancellationToken);
}
