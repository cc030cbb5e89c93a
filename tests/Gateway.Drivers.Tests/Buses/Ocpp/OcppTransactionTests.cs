using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Drivers.Buses.Ocpp;

namespace Gateway.Drivers.Tests.Buses.Ocpp;

/// <summary>The life of a charge, shown with a client that we did not write.</summary>
public sealed class OcppTransactionTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task A_charge_lives_from_plug_to_end_as_the_charger_tells_it()
    {
        await using var rig = await OcppRig.StartAsync();
        await using var charger = await ConnectAsync(rig);
        await SayAsync(charger, """{"connectorId":2,"errorCode":"NoError","status":"Preparing"}""");
        var card = await charger.CallAsync("Authorize", """{"idTag":"CARD-7"}""", Cancelled);

        var id = await StartAsync(charger, 2, 1000, Now());
        await SayAsync(charger, """{"connectorId":2,"errorCode":"NoError","status":"Charging"}""");
        await charger.CallAsync("MeterValues", $$"""
            {"connectorId":2,"transactionId":{{id}},"meterValue":[{"timestamp":"{{Now()}}","sampledValue":[
              {"value":"1250"},
              {"value":"0.48","measurand":"Power.Active.Import","unit":"kW"},
              {"value":"2.1","measurand":"Current.Import","unit":"A"},
              {"value":"41.5","measurand":"Temperature","unit":"Celsius","location":"Outlet"},
              {"value":"50","measurand":"SoC","unit":"Percent"}]}]}
            """, Cancelled);
        var running = Assert.Single(rig.Shed.Connectors, connector => connector.Number == 2);
        await charger.CallAsync("StopTransaction", $$"""{"transactionId":{{id}},"idTag":"CARD-7","meterStop":1600,"timestamp":"{{Now()}}","reason":"EVDisconnected"}""", Cancelled);

        Assert.Equal("Accepted", (string?)card["idTagInfo"]!["status"]);
        Assert.Equal(OcppStatus.Charging, running.Status);
        Assert.Equal(id, running.Transaction?.Id);
        Assert.Equal((480, 1250, 2.1, 41.5), (running.Meter!.Watts, running.Meter.WattHours, running.Meter.Amperes, running.Meter.Celsius));
        Assert.Null(Assert.Single(rig.Shed.Connectors, connector => connector.Number == 2).Transaction);
        var started = await rig.NextAsync<OcppEvent.Started>(Cancelled);
        Assert.Equal((id, 2, "CARD-7", 1000, false), (started.Transaction.Id, started.Transaction.Connector, started.Transaction.IdTag, started.Transaction.MeterStart, started.Late));
        var metered = await rig.NextAsync<OcppEvent.Metered>(Cancelled);
        Assert.Equal((2, 480), (metered.Connector, metered.Meter.Watts));
        var stopped = (await rig.NextAsync<OcppEvent.Stopped>(Cancelled)).Transaction;
        Assert.Equal((id, 600, OcppStopReason.EVDisconnected), (stopped.Id, stopped.WattHours, stopped.Reason));
        Assert.Empty(charger.Breaches);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_repeated_start_gets_the_same_id_and_is_told_once()
    {
        await using var rig = await OcppRig.StartAsync();
        await using var charger = await ConnectAsync(rig);
        var at = Now();

        var first = await StartAsync(charger, 1, 0, at);
        var again = await StartAsync(charger, 1, 0, at);
        var other = await StartAsync(charger, 2, 0, at);
        await StopAsync(charger, first, 10, at);
        await StopAsync(charger, first, 10, at);
        await StopAsync(charger, other, 20, at);

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.Equal(first, (await rig.NextAsync<OcppEvent.Started>(Cancelled)).Transaction.Id);
        Assert.Equal(other, (await rig.NextAsync<OcppEvent.Started>(Cancelled)).Transaction.Id);
        Assert.Equal(first, (await rig.NextAsync<OcppEvent.Stopped>(Cancelled)).Transaction.Id);
        Assert.Equal(other, (await rig.NextAsync<OcppEvent.Stopped>(Cancelled)).Transaction.Id);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_transaction_outlives_the_gateway()
    {
        await using var rig = await OcppRig.StartAsync();
        int id;
        var at = Now();
        await using (var charger = await ConnectAsync(rig))
        {
            id = await StartAsync(charger, 1, 500, at);
        }

        await rig.RestartAsync();
        var known = Assert.Single(rig.Shed.Transactions);
        await using var again = await ConnectAsync(rig);
        var repeated = await StartAsync(again, 1, 500, at);
        var next = await StartAsync(again, 3, 0, at);
        await StopAsync(again, id, 900, Now());

        Assert.Equal((id, true), (known.Id, known.Runs));
        Assert.Equal(id, repeated);
        Assert.True(next > id);
        Assert.Equal(400, (await rig.NextAsync<OcppEvent.Stopped>(Cancelled)).Transaction.WattHours);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(rig.StateFile));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_bus_that_takes_over_knows_what_the_one_before_wrote_to_the_last()
    {
        await using var rig = await OcppRig.StartAsync();
        rig.BuildNext(); // As when the hardware file changes: the next bus is built while the present one still runs.
        int id;
        await using (var charger = await ConnectAsync(rig))
        {
            id = await StartAsync(charger, 1, 500, Now());
        }

        await rig.RestartAsync();

        Assert.Equal(id, Assert.Single(rig.Shed.Transactions).Id);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_a_charger_kept_while_it_was_cut_off_is_taken_with_its_old_times()
    {
        await using var rig = await OcppRig.StartAsync();
        await using var charger = await ConnectAsync(rig);
        var began = TimeProvider.System.GetUtcNow().AddHours(-5);
        var at = began.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var end = began.AddHours(3).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        var id = await StartAsync(charger, 1, 100, at);
        await charger.CallAsync("MeterValues", $$"""{"connectorId":1,"transactionId":-1,"meterValue":[{"timestamp":"{{end}}","sampledValue":[{"value":"700","measurand":"Power.Active.Import"}]}]}""", Cancelled);
        await StopAsync(charger, -1, 800, end);
        await StopAsync(charger, -1, 800, end);

        var started = await rig.NextAsync<OcppEvent.Started>(Cancelled);
        Assert.True(started.Late);
        Assert.Equal(began, started.Transaction.StartedAt, TimeSpan.FromSeconds(1));
        Assert.True((await rig.NextAsync<OcppEvent.Metered>(Cancelled)).Late);
        var stopped = await rig.NextAsync<OcppEvent.Stopped>(Cancelled);
        Assert.Equal((id, 700, true), (stopped.Transaction.Id, stopped.Transaction.WattHours, stopped.Late));
        Assert.Equal(TimeSpan.FromHours(3), stopped.Transaction.StoppedAt - stopped.Transaction.StartedAt);
        Assert.Single(rig.Shed.Transactions);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(4711)]
    public async Task An_end_of_which_nobody_knows_the_beginning_is_answered_and_noted(int id)
    {
        await using var rig = await OcppRig.StartAsync();
        await using var charger = await ConnectAsync(rig);

        await StopAsync(charger, id, 800, Now());

        var stopped = (await rig.NextAsync<OcppEvent.Stopped>(Cancelled)).Transaction;
        Assert.Equal((0, null, 800), (stopped.Connector, stopped.MeterStart, stopped.MeterStop));
        Assert.Equal("stop-unknown", (await rig.NextAsync<OcppEvent.FaultNoted>(Cancelled)).Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_charger_whose_clock_is_wrong_is_taken_at_the_time_of_hearing()
    {
        await using var rig = await OcppRig.StartAsync();
        await using var charger = await ConnectAsync(rig);
        var before = TimeProvider.System.GetUtcNow();

        await StartAsync(charger, 1, 0, "1970-01-01T00:00:12Z");
        await StartAsync(charger, 2, 0, "2061-01-01T00:00:00Z");

        var unset = await rig.NextAsync<OcppEvent.Started>(Cancelled);
        var ahead = await rig.NextAsync<OcppEvent.Started>(Cancelled);
        Assert.InRange(unset.Transaction.StartedAt, before, before.AddMinutes(1));
        Assert.InRange(ahead.Transaction.StartedAt, before, before.AddMinutes(1));
        Assert.False(unset.Late);
        Assert.Contains("clock", rig.Log.Text, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_new_start_ends_a_transaction_that_was_never_ended()
    {
        await using var rig = await OcppRig.StartAsync();
        await using var charger = await ConnectAsync(rig);

        var lost = await StartAsync(charger, 1, 0, "2026-01-01T08:00:00Z");
        var next = await StartAsync(charger, 1, 300, Now());

        var ended = (await rig.NextAsync<OcppEvent.Stopped>(Cancelled)).Transaction;
        Assert.Equal((lost, OcppStopReason.Unknown), (ended.Id, ended.Reason));
        Assert.Null(ended.WattHours);
        Assert.Equal(next, rig.Shed.Connectors[0].Transaction?.Id);
    }

    [Fact(Timeout = 60_000)]
    public async Task Smoke_comes_as_a_makers_own_message()
    {
        await using var rig = await OcppRig.StartAsync();
        await using var charger = await ConnectAsync(rig);

        var known = await charger.CallAsync("DataTransfer", """{"vendorId":"Maker","messageId":"SmokeAlarm","data":"{\"connectorId\":3,\"smoke\":true}"}""", Cancelled);
        var unknown = await charger.CallAsync("DataTransfer", """{"vendorId":"Maker","messageId":"Weather","data":"fine"}""", Cancelled);

        Assert.Equal("Accepted", (string?)known["status"]);
        Assert.Equal("UnknownVendorId", (string?)unknown["status"]);
        var smoke = await rig.NextAsync<OcppEvent.Smoke>(Cancelled);
        Assert.Equal((3, true), (smoke.Connector, smoke.Present));
        Assert.Equal("fine", (await rig.NextAsync<OcppEvent.VendorMessage>(Cancelled)).Data);
    }

    private static string Now() => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static async Task<NodeCharger> ConnectAsync(OcppRig rig)
    {
        var charger = await NodeCharger.StartAsync(Cancelled);
        await charger.ConnectAsync(rig.Address, "shed-1", OcppRig.Password, Cancelled);
        return charger;
    }

    private static Task<JsonObject> SayAsync(NodeCharger charger, string status) => charger.CallAsync("StatusNotification", status, Cancelled);

    private static async Task<int> StartAsync(NodeCharger charger, int connector, int meter, string at)
    {
        var parameters = $$"""{"connectorId":{{connector}},"idTag":"CARD-7","meterStart":{{meter}},"timestamp":"{{at}}"}""";
        return (int)(await charger.CallAsync("StartTransaction", parameters, Cancelled))["transactionId"]!;
    }

    private static Task<JsonObject> StopAsync(NodeCharger charger, int id, int meter, string at) =>
        charger.CallAsync("StopTransaction", $$"""{"transactionId":{{id}},"idTag":"CARD-7","meterStop":{{meter}},"timestamp":"{{at}}"}""", Cancelled);
}
