using System.CommandLine;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Edge.Access;
using Gateway.Edge.Commands;
using Gateway.Edge.Journal;
using Gateway.Edge.Patrols.Tickets;
using Gateway.Edge.Tests.Console;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Commands;

/// <summary>The verbs that ask the running gateway, over its socket.</summary>
public sealed class PatrolCommandTests : IAsyncLifetime
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await ConsoleUnderTest.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _output.DisposeAsync();
        await _errors.DisposeAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Patrol_prints_every_device_and_its_report_can_be_shown_again()
    {
        Assert.Equal(2, await RunAsync("patrol", "last"));
        Assert.Contains("no patrol yet", _errors.ToString(), StringComparison.Ordinal);

        var code = await RunAsync("patrol", "run");
        Assert.InRange(code, 0, 1);
        Assert.Contains("gate-east", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("巡检完成：1 台设备、1 条总线", _output.ToString(), StringComparison.Ordinal);

        _output.GetStringBuilder().Clear();
        Assert.Equal(code, await RunAsync("patrol", "last", "--json"));
        var report = JsonDocument.Parse(_output.ToString()).RootElement;
        Assert.Equal("gate-east", report.GetProperty("entries")[0].GetProperty("device").GetString());
        Assert.Contains("东门", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Patrol_by_hand_is_on_record_with_who_asked()
    {
        await RunAsync("patrol", "run");

        var records = await _gateway.App.Services.GetRequiredService<IJournalReader>().ReadAsync(0, 1000, Stop);
        // The first start makes an account, which is on record, too.
        var data = Assert.Single(
            records.Where(record => record.Kind == EventKind.Audit).Select(record => JsonSerializer.Deserialize<ActionAuditData>(record.Data.Span, JsonSerializerOptions.Web)!),
            action => action.Name == "patrol-run");
        Assert.Equal(("patrol-run", "gateway", "api-key, local socket"), (data.Name, data.Device, data.By));
    }

    [Fact(Timeout = 120_000)]
    public async Task Tickets_are_listed_noted_and_kept_when_closed()
    {
        var book = _gateway.App.Services.GetRequiredService<TicketBook>();
        book.See(
            new TicketSighting("gate-east", "face-gate", new("东门", "East gate"), DeviceState.Online, "clock-drift", new("时钟偏差", "The clock is off"), "90 s"),
            TimeProvider.System.GetUtcNow(),
            counts: true);

        Assert.Equal(0, await RunAsync("tickets", "note", "1", "电工周四上门"));
        book.Clear("gate-east", "clock-drift", DeviceState.Online, new("故障已消除", "The fault has gone"), TimeProvider.System.GetUtcNow());
        Assert.Equal(0, await RunAsync("tickets", "list", "--all"));
        Assert.Contains("clock-drift (90 s)  closed", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("note: 电工周四上门", _output.ToString(), StringComparison.Ordinal);

        _output.GetStringBuilder().Clear();
        Assert.Equal(0, await RunAsync("tickets", "list", "--json"));
        Assert.Equal(0, JsonDocument.Parse(_output.ToString()).RootElement.GetProperty("tickets").GetArrayLength());
    }

    [Fact(Timeout = 120_000)]
    public async Task Unknown_ticket_and_empty_note_are_refused_in_words()
    {
        Assert.Equal(2, await RunAsync("tickets", "note", "7", "x"));
        Assert.Contains("There is no ticket 7", _errors.ToString(), StringComparison.Ordinal);

        Assert.Equal(2, await RunAsync("tickets", "note", "7", "  "));
        Assert.Contains("1 to 500 characters", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Without_a_gateway_the_verbs_say_how_to_go_on()
    {
        var nowhere = Directory.CreateTempSubdirectory("gateway-").FullName;

        Assert.Equal(2, await RunAtAsync(nowhere, "patrol", "run"));
        Assert.Equal(2, await RunAtAsync(nowhere, "tickets", "list"));

        Assert.Contains($"No gateway runs on {nowhere}", _errors.ToString(), StringComparison.Ordinal);
        Directory.Delete(nowhere, recursive: true);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("POST", "/api/patrols")]
    [InlineData("GET", "/api/patrols/last")]
    [InlineData("GET", "/api/tickets")]
    [InlineData("POST", "/api/tickets/1/notes")]
    public async Task Nobody_asks_the_api_without_the_key(string method, string path)
    {
        using var http = new HttpClient { BaseAddress = _gateway.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact(Timeout = 120_000)]
    public async Task Note_that_is_too_long_is_refused()
    {
        using var http = new HttpClient { BaseAddress = _gateway.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _gateway.Key);

        using var long501 = await http.PostAsJsonAsync("/api/tickets/1/notes", new { text = new string('x', 501) }, Stop);
        using var nothing = await http.PostAsJsonAsync("/api/tickets/1/notes", new { }, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, long501.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
    }

    private Task<int> RunAsync(params string[] verb) => RunAtAsync(_gateway.Data, verb);

    private Task<int> RunAtAsync(string data, params string[] verb) => GatewayCommand.Create().Parse([.. verb, "--data", data])
        .InvokeAsync(new InvocationConfiguration { Output = _output, Error = _errors }, Stop);
}
