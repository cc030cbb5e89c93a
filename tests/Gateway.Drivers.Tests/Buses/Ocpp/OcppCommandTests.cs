using System.Text.Json.Nodes;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Ocpp;
using Gateway.Drivers.Buses.Ocpp.Points;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Ocpp;

/// <summary>What chargers are told, shown with a client that we did not write and that holds every command against the official schemas.</summary>
public sealed class OcppCommandTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [InlineData("""{"result":{"status":"Accepted"}}""", "Accepted")]
    [InlineData("""{"result":{"status":"Rejected"}}""", "Rejected")]
    public async Task A_remote_stop_is_answered_by_the_chargers_word(string behaviour, string answer)
    {
        await using var rig = await OcppRig.StartAsync();
        await using var charger = await ConnectAsync(rig);
        await charger.BehaveAsync("RemoteStopTransaction", behaviour, Cancelled);

        Assert.Equal(answer, (await rig.Shed.RemoteStopAsync(42, Cancelled)).ToString());
        Assert.Equal("""{"transactionId":42}""", (await charger.Called.ReadAsync(Cancelled))["params"]!.ToJsonString());
    }

    [Fact(Timeout = 60_000)]
    public async Task A_charger_that_answers_with_an_error_is_a_fault_that_carries_it()
    {
        await using var rig = await OcppRig.StartAsync();
        await using var charger = await ConnectAsync(rig);
        await charger.BehaveAsync("RemoteStopTransaction", """{"error":"NotSupported"}""", Cancelled);

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => rig.Shed.RemoteStopAsync(42, Cancelled));

        Assert.Contains("NotSupported", fault.Message, StringComparison.Ordinal);
        Assert.Contains("shed-1", fault.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_charger_that_ignores_a_remote_stop_times_out_and_the_next_command_gets_through()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var rig = await OcppRig.StartAsync(clock);
        await using var charger = await ConnectAsync(rig);
        await charger.BehaveAsync("RemoteStopTransaction", """{"silent":true}""", Cancelled);

        var ignored = rig.Shed.RemoteStopAsync(42, Cancelled);
        await charger.Called.ReadAsync(Cancelled);
        clock.Advance(OutgoingCalls.Patience + TimeSpan.FromSeconds(1));

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => ignored);
        Assert.Contains("15 s", fault.Message, StringComparison.Ordinal);
        var next = rig.Shed.ChangeAvailabilityAsync(2, operative: false, Cancelled);
        Assert.Equal(OcppAnswer.Accepted, await next);
    }

    [Fact(Timeout = 60_000)]
    public async Task One_command_is_out_at_a_time_and_a_cut_off_goes_before_the_rest()
    {
        await using var rig = await OcppRig.StartAsync();
        await using var charger = await ConnectAsync(rig);
        await charger.BehaveAsync("GetConfiguration", """{"silent":true}""", Cancelled);

        var first = rig.Shed.GetConfigurationAsync([], Cancelled);
        await charger.Called.ReadAsync(Cancelled);
        var waiting = Enumerable.Range(0, OutgoingCalls.MostWaiting).Select(_ => rig.Shed.UnlockAsync(1, Cancelled)).ToList();
        var turnedAway = await Assert.ThrowsAsync<DeviceFaultException>(() => rig.Shed.UnlockAsync(1, Cancelled));
        var stop = rig.Shed.RemoteStopAsync(7, Cancelled);
        var cut = rig.Shed.ChangeAvailabilityAsync(1, operative: false, Cancelled);
        Assert.False(charger.Called.TryRead(out _));

        var frame = charger.Frames.Single(line => line.StartsWith("gateway", StringComparison.Ordinal) && line.Contains("GetConfiguration", StringComparison.Ordinal));
        var id = (string)JsonNode.Parse(frame["gateway ".Length..])!.AsArray()[1]!;
        await charger.SendRawAsync($$"""[3,"{{id}}",{"configurationKey":[{"key":"HeartbeatInterval","readonly":false,"value":"60"}]}]""", Cancelled);

        Assert.Equal("60", (await first)["heartbeatinterval"]);
        Assert.Contains("waiting", turnedAway.Message, StringComparison.Ordinal);
        Assert.Equal("RemoteStopTransaction", (string?)(await charger.Called.ReadAsync(Cancelled))["action"]);
        Assert.Equal("ChangeAvailability", (string?)(await charger.Called.ReadAsync(Cancelled))["action"]);
        await charger.BehaveAsync("UnlockConnector", """{"result":{"status":"Unlocked"}}""", Cancelled);
        await Task.WhenAll([stop, cut]);
        await charger.Called.ReadAsync(Cancelled);
    }

    [Fact(Timeout = 60_000)]
    public async Task Commands_fit_the_official_schemas()
    {
        await using var rig = await OcppRig.StartAsync();
        await using var charger = await ConnectAsync(rig);
        await charger.BehaveAsync("UnlockConnector", """{"result":{"status":"NotSupported"}}""", Cancelled);
        await charger.BehaveAsync("ChangeConfiguration", """{"result":{"status":"RebootRequired"}}""", Cancelled);
        await charger.BehaveAsync("ChangeAvailability", """{"result":{"status":"Scheduled"}}""", Cancelled);
        await charger.BehaveAsync("TriggerMessage", """{"result":{"status":"NotImplemented"}}""", Cancelled);
        await charger.BehaveAsync("GetConfiguration", """{"result":{"configurationKey":[{"key":"A","readonly":true}],"unknownKey":["B"]}}""", Cancelled);

        Assert.Equal(OcppAnswer.Accepted, await rig.Shed.RemoteStartAsync(1, "GATEWAY", Cancelled));
        Assert.Equal(OcppAnswer.NotSupported, await rig.Shed.UnlockAsync(1, Cancelled));
        Assert.Equal(OcppAnswer.RebootRequired, await rig.Shed.ChangeConfigurationAsync("MeterValueSampleInterval", "30", Cancelled));
        Assert.Equal(OcppAnswer.Scheduled, await rig.Shed.ChangeAvailabilityAsync(0, operative: true, Cancelled));
        Assert.Equal(OcppAnswer.NotSupported, await rig.Shed.TriggerAsync(OcppTrigger.MeterValues, 1, Cancelled));
        Assert.Equal(OcppAnswer.Accepted, await rig.Shed.ResetAsync(hard: true, Cancelled));
        Assert.Equal("A=", string.Join(',', (await rig.Shed.GetConfigurationAsync(["A", "B"], Cancelled)).Select(pair => $"{pair.Key}={pair.Value}")));
        Assert.Empty(charger.Breaches);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_charger_that_vanishes_ends_the_commands_that_wait_for_it()
    {
        await using var rig = await OcppRig.StartAsync();
        var charger = await ConnectAsync(rig);
        await charger.BehaveAsync("RemoteStopTransaction", """{"silent":true}""", Cancelled);
        var first = rig.Shed.RemoteStopAsync(1, Cancelled);
        await charger.Called.ReadAsync(Cancelled);
        var second = rig.Shed.UnlockAsync(1, Cancelled);

        await charger.DisposeAsync();

        await Assert.ThrowsAsync<DeviceFaultException>(() => first);
        await Assert.ThrowsAsync<DeviceFaultException>(() => second);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_quiet_charger_is_offline_until_it_speaks_again()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var rig = await OcppRig.StartAsync(clock, settings => settings with { Heartbeat = TimeSpan.FromSeconds(60) });
        await using var charger = await ConnectAsync(rig);

        // One that has booted is not asked how it is: its answer would break the silence.
        await charger.CallAsync("BootNotification", """{"chargePointVendor":"Maker","chargePointModel":"Shed"}""", Cancelled);

        clock.Advance(TimeSpan.FromSeconds(149));
        Assert.True(rig.Shed.Connected);
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal((false, "quiet"), (rig.Shed.Connected, rig.Shed.Link.Code));
        Assert.Contains("150", rig.Shed.Link.Reason.En, StringComparison.Ordinal);
        await charger.CallAsync("Heartbeat", "{}", Cancelled);
        Assert.True(rig.Shed.Connected);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_charger_that_does_not_boot_after_connecting_is_asked_how_it_is()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var rig = await OcppRig.StartAsync(clock);
        await using var charger = await ConnectAsync(rig);
        await charger.CallAsync("Heartbeat", "{}", Cancelled);

        clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal("BootNotification", (string?)(await charger.Called.ReadAsync(Cancelled))["params"]!["requestedMessage"]);
        Assert.Equal("StatusNotification", (string?)(await charger.Called.ReadAsync(Cancelled))["params"]!["requestedMessage"]);
        Assert.Empty(charger.Breaches);
    }

    private static async Task<NodeCharger> ConnectAsync(OcppRig rig)
    {
        var charger = await NodeCharger.StartAsync(Cancelled);
        await charger.ConnectAsync(rig.Address, "shed-1", OcppRig.Password, Cancelled);
        return charger;
    }
}
