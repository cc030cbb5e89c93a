using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Station.Live;
using Gateway.Cloud.Station.Storage;
using Gateway.Cloud.Station.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Cloud.Tests.Station.Alerts;

/// <summary>What events of each kind make of alerts, counts and device states at a real station.</summary>
public sealed class AlertTests : IAsyncLifetime
{
    private const string OtherJournal = "0190f0a0-0000-7000-8000-000000000002";
    private const string ThirdJournal = "0190f0a0-0000-7000-8000-000000000003";

    private readonly string _press = Guid.CreateVersion7().ToString();
    private StationUnderTest _station = null!;
    private MqttSession _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string StationId => _station.Broker.Station;

    private AlertQueries Alerts => _station.App.Services.GetRequiredService<AlertQueries>();

    public async ValueTask InitializeAsync()
    {
        _station = await StationUnderTest.StartAsync();
        _gateway = await _station.GatewayAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _station.DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task Events_of_one_press_are_one_emergency_with_its_evidence_however_often_they_are_sent()
    {
        var clip = Sample.Medium([1, 2, 3], "video/mp4", SosData.ClipRole);
        var messages = new[]
        {
            Sos(1, SosPhase.Pressed), Sos(2, SosPhase.LongPressed),
            Sample.SosEvent(StationId, 3, Sample.Sos(_press, SosPhase.Evidence), EventPriority.High, clip),
        };
        await SendAsync(4, [.. messages, .. messages, Sample.Event(StationId, EventKind.Passage, 4, Sample.Passage())]);

        var alert = await SingleAsync();
        Assert.Equal((EventKind.Sos, EventPriority.Emergency, 2), (alert.Kind, alert.Priority, alert.Count));
        Assert.Equal("有人长按求助按钮", alert.HeadlineZh);
        Assert.Equal(("3号楼路灯", "Central garden", nameof(SosPhase.Evidence)), (alert.DeviceZh, alert.PlaceEn, alert.Phase));
        Assert.Equal((alert.Id, clip.Sha256, "clip"), await _station.AskAsync(database => database.AlertMedia.Select(row => ValueTuple.Create(row.Alert, row.Sha256, row.Role)).SingleAsync(Token)));
        Assert.Equal([SosPhase.Pressed, SosPhase.LongPressed, SosPhase.Evidence], (await Alerts.MomentsAsync((await Alerts.AlertAsync(alert.Id, Token))!, Token)).Select(moment => moment.Phase));
    }

    [Fact(Timeout = 60_000)]
    public async Task Evidence_that_overtakes_its_press_neither_lowers_it_nor_takes_its_headline()
    {
        var pressed = Sos(1, SosPhase.Pressed);
        await SendAsync(2, Sample.SosEvent(StationId, 2, Sample.Sos(_press, SosPhase.Evidence), EventPriority.Info), pressed);

        var alert = await SingleAsync();
        Assert.Equal((EventPriority.Emergency, "有人按下求助按钮", 1), (alert.Priority, alert.HeadlineZh, alert.Count));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(SosPhase.Pressed)]
    [InlineData(SosPhase.LongPressed)]
    public async Task Call_that_comes_after_the_acknowledgement_opens_its_alert_again_on_top_and_keeps_what_the_lamp_showed(SosPhase phase)
    {
        await SendAsync(3, Sos(1, SosPhase.Pressed), Sos(2, SosPhase.Acknowledged), Sample.SosEvent(StationId, 3, Sample.Sos(Guid.CreateVersion7().ToString())));
        await AcknowledgeAsync();
        var before = await FirstAsync();

        await SendAsync(4, Sos(4, phase));

        var after = await FirstAsync();
        Assert.Equal((null, null, before.LampAt), (after.AcknowledgedBy, after.AcknowledgedAt, after.LampAt));
        Assert.NotNull(after.LampAt);
        Assert.True(after.Revision > before.Revision);
        Assert.Equal(after.Id, (await Alerts.AlertsAsync(0, Token))[0].Id);
        Assert.Equal(2, (await Alerts.OpenAsync(Token)).Emergencies);
    }

    [Fact(Timeout = 60_000)]
    public async Task Call_that_its_own_pictures_have_overtaken_opens_an_acknowledged_alert_all_the_same()
    {
        await SendAsync(1, Sos(1, SosPhase.Pressed));
        await AcknowledgeAsync();
        await SendAsync(2, Sos(3, SosPhase.Evidence));
        Assert.NotNull((await FirstAsync()).AcknowledgedAt);

        await SendAsync(3, Sos(2, SosPhase.Pressed));

        Assert.Null((await FirstAsync()).AcknowledgedAt);
    }

    [Fact(Timeout = 60_000)]
    public async Task Neither_a_repeated_nor_an_older_call_nor_anything_but_a_call_opens_an_acknowledged_alert()
    {
        var held = Sos(2, SosPhase.LongPressed);
        await SendAsync(1, held);
        await AcknowledgeAsync();

        await SendAsync(
            7,
            held,
            Sos(1, SosPhase.Pressed),
            Sos(9, SosPhase.Pressed) with { Journal = OtherJournal, Time = held.Time.AddMinutes(-1) },
            Sos(3, SosPhase.Evidence),
            Sos(4, SosPhase.Tamper),
            Sos(5, SosPhase.Acknowledged),
            Sos(6, SosPhase.Reset));

        Assert.Equal("officer", (await FirstAsync()).AcknowledgedBy);
    }

    [Fact(Timeout = 60_000)]
    public async Task Tampering_during_a_call_changes_neither_its_headline_nor_its_phase_nor_its_count()
    {
        await SendAsync(2, Sos(1, SosPhase.Pressed), Sample.SosEvent(StationId, 2, Sample.Sos(_press, SosPhase.Tamper), EventPriority.High));

        var alert = await SingleAsync();
        Assert.Equal(("有人按下求助按钮", nameof(SosPhase.Pressed), 1), (alert.HeadlineZh, alert.Phase, alert.Count));
        Assert.Equal([SosPhase.Pressed, SosPhase.Tamper], (await Alerts.MomentsAsync((await Alerts.AlertAsync(alert.Id, Token))!, Token)).Select(moment => moment.Phase));
    }

    [Fact(Timeout = 60_000)]
    public async Task Tampering_of_its_own_is_an_alert_and_a_call_that_comes_after_it_or_late_is_what_the_alert_tells()
    {
        var pressed = Sos(1, SosPhase.Pressed);
        await SendAsync(1, Sample.SosEvent(StationId, 2, Sample.Sos(_press, SosPhase.Tamper), EventPriority.High));
        var tampering = await SingleAsync();
        Assert.Equal(("路灯外壳被打开", nameof(SosPhase.Tamper), 1, EventPriority.High), (tampering.HeadlineZh, tampering.Phase, tampering.Count, tampering.Priority));

        await SendAsync(2, pressed);

        var call = await SingleAsync();
        Assert.Equal(("有人按下求助按钮", nameof(SosPhase.Pressed), 1, EventPriority.Emergency), (call.HeadlineZh, call.Phase, call.Count, call.Priority));
    }

    [Fact(Timeout = 60_000)]
    public async Task Drill_is_counted_as_a_drill_alone_and_a_real_press_of_the_same_incident_makes_it_real()
    {
        await SendAsync(2, Sample.SosEvent(StationId, 1, Sample.Sos(_press, test: true)), Sample.Event(StationId, EventKind.Stranger, 2, Sample.Stranger("s1")));
        Assert.Equal(new OpenAlerts(Emergencies: 0, Others: 1, Drills: 1), await Alerts.OpenAsync(Token));

        await SendAsync(3, Sos(3, SosPhase.LongPressed));
        Assert.Equal(new OpenAlerts(Emergencies: 1, Others: 1, Drills: 0), await Alerts.OpenAsync(Token));
    }

    [Fact(Timeout = 60_000)]
    public async Task Open_real_emergencies_come_first_then_other_alerts_then_drills_and_last_what_is_done()
    {
        await SendAsync(
            4,
            Sos(1, SosPhase.Pressed),
            Sample.Event(StationId, EventKind.Stranger, 2, Sample.Stranger("s1")),
            Sample.SosEvent(StationId, 3, Sample.Sos(Guid.CreateVersion7().ToString(), test: true)),
            Sample.SosEvent(StationId, 4, Sample.Sos(Guid.CreateVersion7().ToString())));
        await AcknowledgeAsync(4);

        var alerts = await Alerts.AlertsAsync(0, Token);

        Assert.Equal([1, 2, 3, 4], alerts.Select(alert => alert.Id));
        Assert.Equal(["000", "001", "010", "100"], alerts.Select(alert => alert.Rank));
    }

    [Fact(Timeout = 60_000)]
    public async Task Fire_is_always_an_alert_and_charging_only_when_it_is_urgent()
    {
        await SendAsync(
            4,
            Sample.Event(StationId, EventKind.Fire, 1, new { reason = new LocalizedText("烟感报警", "Smoke"), deviceName = new LocalizedText("1号充电棚", "Shed 1") }),
            Sample.Event(StationId, EventKind.Charging, 2, new AlertData(Reason: new("充电结束", "Charging ended"), Incident: "c1")),
            Sample.Event(StationId, EventKind.Charging, 3, new AlertData(Reason: new("断电未生效", "The cut did not take effect"), Incident: "c2")) with { Priority = EventPriority.Emergency },
            Sample.Event(StationId, EventKind.Charging, 4, new AlertData(Reason: new("已断电", "Now cut"), Incident: "c2")));

        var alerts = await _station.AskAsync(database => database.Alerts.OrderBy(row => row.Id).ToListAsync(Token));

        Assert.Equal([(EventKind.Fire, "烟感报警", 1), (EventKind.Charging, "已断电", 2)], alerts.Select(alert => (alert.Kind, alert.HeadlineZh, alert.Count)));
        Assert.Equal(("1号充电棚", "east-gate"), (alerts[0].DeviceZh, alerts[1].DeviceZh));
        Assert.Equal(EventPriority.Emergency, alerts[1].Priority);
    }

    [Fact(Timeout = 60_000)]
    public async Task Press_without_a_usable_id_is_stored_and_put_aside_with_the_reason()
    {
        await SendAsync(1, Sample.SosEvent(StationId, 1, Sample.Sos("7")));

        Assert.Equal(0, await _station.AskAsync(database => database.Alerts.CountAsync(Token)));
        Assert.Contains("press must be a UUID", await _station.AskAsync(database => database.Quarantine.Select(row => row.Reason).SingleAsync(Token)), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Newest_state_of_each_device_is_kept_and_what_a_door_did_is_none()
    {
        var faulty = Sample.Event(StationId, EventKind.DeviceHealth, 2, Sample.Health("light-3", "Faulty", "button-stuck", "97.5"));
        await SendAsync(
            3,
            faulty,
            Sample.Event(StationId, EventKind.DeviceHealth, 1, Sample.Health("light-3", "Online", "well")) with { Time = faulty.Time.AddMinutes(-1) },
            Sample.Event(StationId, EventKind.DeviceHealth, 3, Sample.Health("light-3", "Online", "door-opened")) with { Time = faulty.Time.AddMinutes(1) });

        var compounds = await _station.App.Services.GetRequiredService<LiveQueries>().CompoundsAsync(Token);

        var devices = Assert.Single(compounds).Devices;
        var device = Assert.Single(devices.Faults);
        Assert.Equal((1, "Faulty", "97.5"), (devices.Count, device.State, device.Availability));
    }

    [Fact(Timeout = 60_000)]
    public async Task Newer_of_two_states_is_told_by_the_journal_and_only_across_journals_by_the_clock()
    {
        var faulty = Sample.HealthEvent(StationId, 5, Sample.Health("light-3", "Faulty", "exit-button-stuck"));
        await SendAsync(
            3,
            faulty,
            Sample.HealthEvent(StationId, 6, Sample.Health("light-3", "Degraded", "slow")) with { Time = faulty.Time.AddMinutes(-10) },
            Sample.HealthEvent(StationId, 4, Sample.Health("light-3", "Online", "well")) with { Time = faulty.Time.AddMinutes(10) });
        Assert.Equal(("Degraded", 6), await StateAsync());

        await SendAsync(
            5,
            Sample.HealthEvent(StationId, 1, Sample.Health("light-3", "Offline", "silent")) with { Time = faulty.Time, Journal = OtherJournal },
            Sample.HealthEvent(StationId, 2, Sample.Health("light-3", "Online", "well")) with { Time = faulty.Time.AddMinutes(-20), Journal = ThirdJournal });
        Assert.Equal(("Offline", 1), await StateAsync());

        Task<(string, long)> StateAsync() => _station.AskAsync(database => database.DeviceStates.Select(row => ValueTuple.Create(row.State, row.Sequence)).SingleAsync(Token));
    }

    [Fact(Timeout = 60_000)]
    public async Task Device_that_was_taken_out_is_listed_no_more_until_it_is_back_and_an_older_word_takes_out_nothing()
    {
        await SendAsync(
            4,
            Sample.HealthEvent(StationId, 1, Sample.Health("light-3", "Online", "well")),
            Sample.HealthEvent(StationId, 3, Sample.Health("light-4", "Online", "well")),
            Sample.HealthEvent(StationId, 2, Sample.Health("light-4", "Offline", HealthCode.Removed)),
            Sample.HealthEvent(StationId, 4, Sample.Health("light-3", "Offline", HealthCode.Removed)));
        Assert.Equal(["light-4"], await DevicesAsync());

        await SendAsync(5, Sample.HealthEvent(StationId, 5, Sample.Health("light-3", "Connecting", "starting")));
        Assert.Equal(["light-3", "light-4"], await DevicesAsync());

        Task<List<string>> DevicesAsync() => _station.AskAsync(database => database.DeviceStates.Select(row => row.Device).Order().ToListAsync(Token));
    }

    [Fact(Timeout = 60_000)]
    public async Task Newest_word_of_a_call_is_told_by_the_journal_and_only_across_journals_by_the_clock()
    {
        var pressed = Sos(1, SosPhase.Pressed);
        await SendAsync(
            3,
            pressed,
            Sos(3, SosPhase.Reset) with { Time = pressed.Time.AddMinutes(-10) },
            Sos(2, SosPhase.Evidence) with { Time = pressed.Time.AddMinutes(10) });
        var reset = await SingleAsync();
        Assert.Equal((nameof(SosPhase.Reset), 3L, UnixMicroseconds.Of(pressed.Time.AddMinutes(-10))), (reset.Phase, reset.Sequence, UnixMicroseconds.Of(reset.LastTime)));

        await SendAsync(
            5,
            Sos(1, SosPhase.Acknowledged) with { Journal = OtherJournal },
            Sos(9, SosPhase.Evidence) with { Time = pressed.Time.AddMinutes(-20), Journal = ThirdJournal });
        var newest = await SingleAsync();
        Assert.Equal((nameof(SosPhase.Acknowledged), OtherJournal), (newest.Phase, newest.Journal));
    }

    private CloudEvent Sos(long sequence, SosPhase phase) => Sample.SosEvent(StationId, sequence, Sample.Sos(_press, phase));

    private Task<AlertRow> FirstAsync() => _station.AskAsync(database => database.Alerts.OrderBy(row => row.Id).FirstAsync(Token));

    private Task<int> AcknowledgeAsync(long id = 1) => _station.AskAsync(database => database.Alerts.Where(row => row.Id == id).ExecuteUpdateAsync(
        set => set.SetProperty(row => row.AcknowledgedAt, TimeProvider.System.GetUtcNow()).SetProperty(row => row.AcknowledgedBy, "officer"), Token));

    private Task<AlertRow> SingleAsync() => _station.AskAsync(database => database.Alerts.SingleAsync(Token));

    private async Task SendAsync(int total, params CloudEvent[] events)
    {
        foreach (var envelope in events)
        {
            await _gateway.PublishAsync(Sample.Message(envelope), Token);
        }

        await _station.UntilAsync(database => database.Events.CountAsync(Token), count => count == total);
    }
}
