using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.AlarmStreetlights;
using Gateway.Drivers.Devices;
using Gateway.Edge.Alerts.Sos;
using Gateway.Edge.Tests.Passages;
using Gateway.Edge.Tests.Uplink;
using Gateway.Edge.Uplink.Commands;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Tests.Alerts.Sos;

/// <summary>The lamp first, then the record, and an honest word where the lamp did not change.</summary>
public sealed class AcknowledgedHandlerTests
{
    private static readonly DateTimeOffset s_now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly FakeLamps _lamps = new();
    private readonly MemoryJournal _journal = new();
    private readonly AlertAcknowledged _alert = new(
        "light-3", new LocalizedText("3号楼路灯", "Streetlight 3"), Guid.CreateVersion7().ToString(), s_now, Test: true, "zhang", s_now.AddSeconds(9));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lamp_shows_it_and_the_journal_says_so_under_the_press()
    {
        var answer = await HandleAsync(_lamps, JsonSerializer.Serialize(_alert, JsonSerializerOptions.Web));

        Assert.Equal(CommandOutcome.Done, answer.Outcome);
        Assert.Equal([("light-3", _alert.Press)], _lamps.Shown);
        var record = Assert.Single(await _journal.ReadAsync(0, 10, Token));
        var data = JsonSerializer.Deserialize<SosData>(record.Data.Span, JsonSerializerOptions.Web)!;
        Assert.Equal((EventKind.Sos, "light-3"), (record.Kind, record.Device));
        Assert.Equal((_alert.Press, SosPhase.Acknowledged, true, s_now), (data.Press, data.Phase, data.Test, data.PressedAt));
        Assert.Contains("zhang", data.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lamp_that_cannot_change_is_said_with_its_reason_and_nothing_is_recorded()
    {
        _lamps.Fault = new DeviceFaultException("light-3: the relay board does not answer; check its power.");

        var answer = await HandleAsync(_lamps, JsonSerializer.Serialize(_alert, JsonSerializerOptions.Web));

        Assert.Equal((CommandOutcome.Failed, "lamp-failed"), (answer.Outcome, answer.Code));
        Assert.Contains("check its power", answer.Reason.En, StringComparison.Ordinal);
        Assert.Equal(0, _journal.LastSequence);
    }

    [Fact]
    public async Task Call_that_is_over_is_refused_for_good_and_nothing_is_recorded()
    {
        var light = new FakeLight("light-3") { Press = new Press(Guid.CreateVersion7(), Test: false) };

        var answer = await HandleAsync(new AlarmLamps(new FixedDevices(light)), JsonSerializer.Serialize(_alert, JsonSerializerOptions.Web));

        Assert.Equal((CommandOutcome.Refused, "call-over"), (answer.Outcome, answer.Code));
        Assert.False(light.IsAcknowledged);
        Assert.Equal(0, _journal.LastSequence);
    }

    [Fact]
    public async Task Gateway_without_lamps_never_says_that_one_has_changed()
    {
        var answer = await HandleAsync(new AlarmLamps(new FixedDevices()), JsonSerializer.Serialize(_alert, JsonSerializerOptions.Web));

        Assert.Equal(CommandOutcome.Failed, answer.Outcome);
        Assert.Contains("light-3", answer.Reason.En, StringComparison.Ordinal);
        Assert.Equal(0, _journal.LastSequence);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"press\":\"7\"}")]
    [InlineData("""{"device":"../x","deviceName":{"zh":"a","en":"a"},"press":"0190f0a0-0000-7000-8000-000000000001","pressedAt":"2026-06-01T08:00:00Z","test":false,"officer":"o","at":"2026-06-01T08:00:00Z"}""")]
    public async Task Payload_that_does_not_fit_touches_no_lamp(string payload)
    {
        var answer = await HandleAsync(_lamps, payload);

        Assert.Equal("bad-payload", answer.Code);
        Assert.Empty(_lamps.Shown);
    }

    private ValueTask<CommandAnswer> HandleAsync(IAlarmLamps lamps, string payload) =>
        new AcknowledgedHandler(lamps, _journal, NullLogger<AcknowledgedHandler>.Instance)
            .HandleAsync(new CommandRequest(AlertAcknowledged.Name, Guid.CreateVersion7().ToString(), "zhang", s_now, payload), Token);
}
