using EdgeGateway.Testing;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.AlarmStreetlights;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Edge.Alerts.Sos;
using Gateway.Edge.Journal;
using Gateway.Edge.Tests.Passages;

namespace Gateway.Edge.Tests.Alerts.Sos;

/// <summary>What a gateway that begins again reads from its journal about calls for help.</summary>
public sealed class CallsAfterRestartTests : IDisposable
{
    private static readonly LocalizedText Words = new("话", "words");

    private readonly FakeTimeProvider _clock = new();
    private readonly TemporaryFolder _folder = new();
    private readonly ListLogger<CallsAfterRestart> _log = new();
    private readonly FakeLight _east = new("light-1");
    private readonly FakeLight _west = new("light-2");
    private readonly SqliteJournal _journal;

    public CallsAfterRestartTests() => _journal = SqliteJournal.Open(new JournalPaths(_folder.Path), new JournalOptions(), _clock, _log);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Call_without_an_end_is_taken_up_with_its_own_times_and_others_stay_dark()
    {
        var (press, pressedAt) = (Guid.CreateVersion7(), _clock.GetUtcNow());
        await RecordAsync("light-1", press, SosPhase.Pressed, test: true);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await RecordAsync("light-1", press, SosPhase.Pressed, pressedAt, test: true);
        var again = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromMinutes(20));

        await StartAsync();

        Assert.Equal(new RestoredAlarm(new Press(press, Test: true), pressedAt, again, AcknowledgedAt: null), Assert.Single(_east.Restored));
        Assert.Empty(_west.Restored);
        Assert.Contains("light-1", _log.Text, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Acknowledged_call_goes_on_blinking_for_as_long_as_it_would_have()
    {
        var press = Guid.CreateVersion7();
        await RecordAsync("light-1", press, SosPhase.Pressed);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await RecordAsync("light-1", press, SosPhase.Acknowledged);
        var acknowledged = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromMinutes(9));

        await StartAsync();
        Assert.Equal(acknowledged, Assert.Single(_east.Restored).AcknowledgedAt);

        _clock.Advance(TimeSpan.FromMinutes(2));
        await StartAsync();
        Assert.Single(_east.Restored);
    }

    [Fact(Timeout = 60_000)]
    public async Task Call_that_was_reset_or_has_lasted_long_enough_is_over()
    {
        var (ended, old) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await RecordAsync("light-2", old, SosPhase.Pressed);
        _clock.Advance(TimeSpan.FromMinutes(20));
        await RecordAsync("light-1", ended, SosPhase.Pressed);
        await RecordAsync("light-1", ended, SosPhase.Reset);
        _clock.Advance(TimeSpan.FromMinutes(11));

        await StartAsync();

        Assert.Empty(_east.Restored);
        Assert.Empty(_west.Restored);
    }

    [Fact(Timeout = 60_000)]
    public async Task Newest_call_counts_and_the_end_of_an_earlier_one_does_not_end_it()
    {
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await RecordAsync("light-1", first, SosPhase.Pressed);
        await RecordAsync("light-1", first, SosPhase.Reset);
        await RecordAsync("light-1", second, SosPhase.Pressed);

        await StartAsync();

        Assert.Equal(second, Assert.Single(_east.Restored).Press.Id);
    }

    [Fact(Timeout = 60_000)]
    public async Task Call_is_found_behind_thousands_of_other_records()
    {
        await FillAsync(3000);
        _clock.Advance(TimeSpan.FromHours(2));
        var press = Guid.CreateVersion7();
        await RecordAsync("light-1", press, SosPhase.Pressed);
        await FillAsync(2500);
        await StartAsync();
        Assert.Single(_east.Restored);

        await RecordAsync("light-1", press, SosPhase.Reset);
        await StartAsync();
        Assert.Single(_east.Restored);
    }

    [Fact(Timeout = 60_000)]
    public async Task Clock_that_was_set_back_does_not_lose_the_call()
    {
        await RecordAsync("light-1", Guid.CreateVersion7(), SosPhase.Pressed);

        await StartAsync(new FakeTimeProvider(_clock.GetUtcNow() - TimeSpan.FromMinutes(5)));

        Assert.Single(_east.Restored);
    }

    [Fact(Timeout = 60_000)]
    public async Task Journal_that_cannot_be_read_stops_nothing()
    {
        await RecordAsync("light-1", Guid.CreateVersion7(), SosPhase.Pressed);
        _journal.Dispose();
        File.Delete(new JournalPaths(_folder.Path).File);

        await StartAsync();

        Assert.Empty(_east.Restored);
        Assert.Contains("not taken up", _log.Text, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _journal.Dispose();
        _folder.Dispose();
    }

    private Task StartAsync(TimeProvider? clock = null) =>
        new CallsAfterRestart(new FixedDevices(_east, _west) { Hardware = Hardware() }, _journal, _journal, clock ?? _clock, _log).StartAsync(Token);

    private async Task RecordAsync(string light, Guid press, SosPhase phase, DateTimeOffset? pressedAt = null, bool test = false)
    {
        var priority = phase switch
        {
            SosPhase.Pressed => EventPriority.Emergency,
            SosPhase.Acknowledged => EventPriority.High,
            _ => EventPriority.Info,
        };
        var data = new SosData(light, Words, press.ToString(), phase, pressedAt ?? _clock.GetUtcNow(), Words, test);
        await _journal.AppendAsync(JournalEntry.Of(EventKind.Sos, priority, light, data), Token);
    }

    private async Task FillAsync(int count) => await Task.WhenAll(Enumerable.Range(0, count).Select(i => _journal.AppendAsync(
        JournalEntry.Of(EventKind.Passage, EventPriority.Info, "gate-1", new { i }), Token).AsTask()));

    private static HardwareFile Hardware() => new(
        new Site("s", "c", new Wording("小区", "Compound")), null, [], [], [Light("light-1"), Light("light-2")]);

    private static StreetlightDescription Light(string id)
    {
        var wire = new Wire("poles", new LineAddress(1));
        return new StreetlightDescription(
            new DeviceHead(new DeviceId(id), "alarm-streetlight", new Wording("灯", "Light"), null, null), wire, null, wire, null, null, new StreetlightSettings());
    }
}
