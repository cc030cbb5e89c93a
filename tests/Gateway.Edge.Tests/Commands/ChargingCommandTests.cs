using System.Net;
using System.Text.Json;
using Gateway.Cloud.Contract.Commands;
using Gateway.Drivers.ChargingPoints;
using Gateway.Edge.Tests.Orders;

namespace Gateway.Edge.Tests.Commands;

/// <summary><c>gateway charging</c> against a simulated shed behind a real server.</summary>
public sealed class ChargingCommandTests : IAsyncLifetime
{
    private const string Id = "shed-1";
    private OrderedCompound _compound = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _compound = await OrderedCompound.StartAsync(Id, Token);

    public ValueTask DisposeAsync() => _compound.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task Outlet_that_charges_is_listed_with_what_its_meter_shows()
    {
        _compound.Shed.Plug("1", watts: 180, wattHours: 500);
        Assert.Equal(0, await RunAsync("on", Id, "1"));
        await _compound.NextAsync<OutletChanged>(change => change is { Outlet: "1", State: OutletState.Charging }, Token);

        Assert.Equal(0, await RunAsync("list"));
        Assert.Contains("一号棚 / Shed one", _compound.Output, StringComparison.Ordinal);
        Assert.Matches(@"\n  1 +Charging +180 W +- Wh +[0-9.]+ °C  ", _compound.Output);

        Assert.Equal(0, await RunAsync("list", Id, "--json"));
        var outlets = JsonDocument.Parse(_compound.Output).RootElement.GetProperty("points")[0].GetProperty("outlets");
        Assert.Equal([180.0, 0.0], outlets.EnumerateArray().Select(outlet => outlet.GetProperty("powerWatts").GetDouble()));
    }

    [Fact(Timeout = 60_000)]
    public async Task On_and_off_reach_the_outlet_and_are_on_record()
    {
        _compound.Shed.Plug("2", watts: 180, wattHours: 500);
        Assert.Equal(0, await RunAsync("on", Id, "2"));
        Assert.Contains("插座 2 已通电", _compound.Output, StringComparison.Ordinal);
        Assert.Equal(180, _compound.Shed.Power("2"), 1);

        Assert.Equal(0, await RunAsync("off", Id, "2", "--reason", "The bike smells"));
        Assert.Contains("Outlet 2 is told to be off", _compound.Output, StringComparison.Ordinal);
        Assert.Equal(0, _compound.Shed.Power("2"));

        var audits = await _compound.AuditsAsync(Token);
        Assert.Equal(
            [("outlet-on", "2", null, CommandOutcome.Done), ("outlet-off", "2", "The bike smells", CommandOutcome.Done)],
            audits.Select(audit => (audit.Order, audit.Outlet, audit.Why, audit.Outcome)));
        Assert.All(audits, audit => Assert.Equal((Id, $"local:{Environment.UserName}"), (audit.Device, audit.By)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Outlet_that_must_not_be_on_stays_off_and_the_refusal_is_on_record()
    {
        _compound.Shed.Smoke(present: true);
        await _compound.NextAsync<SmokeDetected>(_ => true, Token, urgent: true);

        Assert.Equal(2, await RunAsync("on", Id, "1"));
        Assert.Contains("Outlet 1 of shed-1 cannot be switched on: the smoke detector has tripped", _compound.Errors, StringComparison.Ordinal);
        Assert.Equal(2, await RunAsync("contactor", Id, "close", "--reason", "Test"));
        Assert.Contains("cannot be closed: the smoke detector has tripped", _compound.Errors, StringComparison.Ordinal);

        var audits = await _compound.AuditsAsync(Token);
        Assert.Equal(["outlet-on", "contactor-close"], audits.Select(audit => audit.Order));
        Assert.All(audits, audit => Assert.Equal((CommandOutcome.Failed, "device-fault"), (audit.Outcome, audit.Code)));
        Assert.Contains("smoke", audits[0].Reason.En, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Contactor_opens_and_closes_and_an_open_one_keeps_outlets_off()
    {
        Assert.Equal(0, await RunAsync("contactor", Id, "open", "--reason", "Repair"));
        Assert.Contains("contactor is told to open", _compound.Output, StringComparison.Ordinal);
        Assert.Equal(2, await RunAsync("on", Id, "1"));
        Assert.Contains("the contactor is open", _compound.Errors, StringComparison.Ordinal);

        Assert.Equal(0, await RunAsync("contactor", Id, "close", "--reason", "Repaired", "--json"));
        Assert.Equal("contactor-closed", JsonDocument.Parse(_compound.Output).RootElement.GetProperty("code").GetString());
        Assert.Equal(
            [("contactor-open", "Repair"), ("outlet-on", null), ("contactor-close", "Repaired")],
            (await _compound.AuditsAsync(Token)).Select(audit => (audit.Order, audit.Why)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Unknown_point_and_outlet_are_named_with_those_that_there_are()
    {
        const string Meant = "There is no charging point shed-2, did you mean \"shed-1\"? See charging list.";
        Assert.Equal(2, await RunAsync("list", "shed-2"));
        Assert.Equal(Meant, _compound.Errors.Trim());
        Assert.Equal(2, await RunAsync("off", "shed-2", "1", "--reason", "Test"));
        Assert.Equal(Meant, _compound.Errors.Trim());
        Assert.Equal(2, await RunAsync("on", Id, "7"));
        Assert.Equal("shed-1 has no outlet 7: it has 1, 2.", _compound.Errors.Trim());
        Assert.Empty(await _compound.AuditsAsync(Token));
    }

    [Fact(Timeout = 60_000)]
    public async Task Off_and_contactor_need_a_reason()
    {
        Assert.NotEqual(0, await RunAsync("off", Id, "1"));
        Assert.NotEqual(0, await RunAsync("contactor", Id, "open"));
        Assert.NotEqual(0, await RunAsync("contactor", Id, "ajar", "--reason", "Test"));
        Assert.Equal(2, await RunAsync("off", Id, "1", "--reason", new string('x', 201)));
        Assert.Empty(await _compound.AuditsAsync(Token));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("GET", "/api/charging", HttpStatusCode.OK)]
    [InlineData("POST", "/api/charging/shed-1/outlets/1/on", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/api/charging/shed-1/contactor/open", HttpStatusCode.Forbidden)]
    public async Task Network_needs_the_key_to_look_and_switches_nothing_even_with_it(string method, string path, HttpStatusCode withKey)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await _compound.OverNetworkAsync(method, path, withKey: false, Token));
        Assert.Equal(withKey, await _compound.OverNetworkAsync(method, path, withKey: true, Token));
        Assert.Empty(await _compound.AuditsAsync(Token));
    }

    private Task<int> RunAsync(params string[] verb) => _compound.RunAsync(Token, ["charging", .. verb]);
}
