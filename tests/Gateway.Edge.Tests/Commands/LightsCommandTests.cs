using System.CommandLine;
using System.Net;
using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.AlarmStreetlights;
using Gateway.Drivers.Devices;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Alerts.Sos;
using Gateway.Edge.Commands;
using Gateway.Edge.Hosting;
using Gateway.Edge.Journal;
using Gateway.Edge.Tests.Access.Residents;
using Gateway.Edge.Tests.Alerts.Sos;
using Gateway.Edge.Tests.Passages;
using Gateway.Edge.Tests.Patrols;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Edge.Tests.Commands;

/// <summary>The verbs against a real server on the local socket.</summary>
public sealed class LightsCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private readonly FakeLight _light = new("light-1") { Press = new Press(Guid.CreateVersion7(), Test: false) };
    private readonly ListJournal _journal = new();
    private WebApplication _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("Gateway:DataDirectory", _folder.Path)]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.ListenOnLocalSocket(_folder.Path);
        });
        ResidentsFixture.AddFaces(builder.Services, new MadeUpFaces());
        builder.Services.AddJournal(builder.Configuration).AddResidents(builder.Configuration).AddLocalSocket();
        builder.Services.AddSingleton<IDeviceDirectory>(new FixedDevices(_light));
        builder.Services.AddSingleton<IJournal>(_journal);
        _gateway = builder.Build();
        _gateway.MapLights();
        await _gateway.StartAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.StopAsync();
        await _gateway.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        await _output.DisposeAsync();
        await _errors.DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task List_names_the_light_that_calls_for_help()
    {
        Assert.Equal(0, await RunAsync("list"));
        Assert.Contains("CALLING FOR HELP", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("东门灯 / East light", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Drill_reaches_the_light_and_a_longer_one_than_an_hour_is_refused()
    {
        Assert.Equal(0, await RunAsync("drill", "light-1", "--for", "00:05:00"));
        Assert.Equal(2, await RunAsync("drill", "light-1", "--for", "01:00:01"));

        Assert.Equal([TimeSpan.FromMinutes(5)], _light.Drills);
        Assert.Contains("at most 01:00:00", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Reset_ends_the_alarm_and_a_light_that_cannot_be_driven_says_why()
    {
        _light.Fault = new DeviceFaultException("light-1: the relay board does not answer; check its power.");
        Assert.Equal(2, await RunAsync("reset", "light-1"));
        Assert.Contains("check its power", _errors.ToString(), StringComparison.Ordinal);
        Assert.NotNull(_light.Press);

        _light.Fault = null;
        Assert.Equal(0, await RunAsync("reset", "light-1"));
        Assert.Null(_light.Press);
        Assert.Contains("at rest", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Drill_and_reset_are_on_record_with_who_asked_before_they_are_done()
    {
        await RunAsync("drill", "light-1", "--for", "00:05:00");
        await RunAsync("reset", "light-1");

        Assert.All(_journal.Entries, entry => Assert.Equal((EventKind.Audit, "light-1"), (entry.Kind, entry.Device)));
        var told = _journal.Entries.Select(entry => JsonSerializer.Deserialize<ActionAuditData>(entry.Data.Span, JsonSerializerOptions.Web)!).ToList();
        Assert.Equal(
            [("light-drill", "light-1", "api-key, local socket"), ("light-reset", "light-1", "api-key, local socket")],
            told.Select(data => (data.Name, data.Device, data.By)));
        Assert.Contains("00:05:00", told[0].Reason.Zh, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Drill_that_cannot_be_recorded_is_refused_but_an_alarm_can_always_be_ended()
    {
        _journal.Fault = new JournalUnavailableException("The disk is full.");

        Assert.Equal(2, await RunAsync("drill", "light-1", "--for", "00:05:00"));
        Assert.Contains("The disk is full.", _errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(_light.Drills);

        Assert.Equal(0, await RunAsync("reset", "light-1"));
        Assert.Null(_light.Press);
    }

    [Fact(Timeout = 60_000)]
    public async Task Unknown_light_is_named_with_the_way_to_find_the_right_one()
    {
        Assert.Equal(2, await RunAsync("reset", "light-9"));
        Assert.Contains("There is no alarm streetlight light-9. See lights list.", _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("/api/lights", "GET")]
    [InlineData("/api/lights/light-1/drill", "POST")]
    [InlineData("/api/lights/light-1/reset", "POST")]
    public async Task Nobody_gets_at_the_lights_without_the_key(string path, string method)
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(_light.Drills);
        Assert.NotNull(_light.Press);
    }

    private Uri Address => new(_gateway.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
        .First(address => address.StartsWith("http://127", StringComparison.Ordinal)));

    private Task<int> RunAsync(params string[] verb) =>
        new RootCommand { LightsCommand.Create() }.Parse(["lights", .. verb, "--data", _folder.Path]).InvokeAsync(
            new InvocationConfiguration { Output = _output, Error = _errors }, Token);
}
