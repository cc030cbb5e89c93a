using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Journal;
using Gateway.Edge.Tests.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Tests.Alerts.Strangers;

public sealed class StrangersAfterRestartTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly JournalFixture _fixture = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Stranger_seen_before_and_after_a_restart_is_one_alert_with_the_count()
    {
        var first = await ReportInOneRunAsync(Sight(Noon, quality: 0.5f));
        var second = await ReportInOneRunAsync(Sight(Noon.AddMinutes(2), quality: 0.4f));
        var third = await ReportInOneRunAsync(Sight(Noon.AddMinutes(4), quality: 0.9f));

        Assert.Equal([EventPriority.High, EventPriority.Info, EventPriority.Info], [first.Priority, second.Priority, third.Priority]);
        Assert.Equal([1, 2, 3], [Said(first).Sightings, Said(second).Sightings, Said(third).Sightings]);
        Assert.Single(new[] { first, second, third }.Select(record => Said(record).Stranger).Distinct());
        Assert.Equal([true, false, true], [Said(first).Portrait is not null, Said(second).Portrait is not null, Said(third).Portrait is not null]);
    }

    private static StrangerData Said(JournalRecord record) =>
        System.Text.Json.JsonSerializer.Deserialize<StrangerData>(record.Data.Span, System.Text.Json.JsonSerializerOptions.Web)!;

    private static Sighting Sight(DateTimeOffset at, float quality) =>
        new("gate-1", new LocalizedText("东门", "East gate"), Faces.Unit(1), BitConverter.GetBytes(quality), quality, at);

    // A gateway's life as far as strangers go: everything is opened from the disk and nothing but the disk is left behind.
    private async Task<JournalRecord> ReportInOneRunAsync(Sighting sighting)
    {
        var options = new StrangerOptions();
        using var journal = _fixture.Open();
        using var store = SqliteStrangerStore.Open(_fixture.Paths.Root, NullLogger<SqliteStrangerStore>.Instance);
        var book = new StrangerBook(options);
        book.Restore(store.Load(), sighting.At);
        using var alerts = new StrangerAlerts(book, Ledgers.Make(_fixture.Paths.Root, store), store, journal, _fixture.OpenMedia(), NullLogger<StrangerAlerts>.Instance);
        return await alerts.ReportAsync(sighting, Stop);
    }
}
