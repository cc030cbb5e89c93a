using System.Text;
using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Journal;
using Gateway.Edge.Tests.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Tests.Alerts.Strangers;

public sealed class StrangerAlertsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact(Timeout = 60_000)]
    public async Task First_sighting_is_the_alert_and_later_ones_tell_the_count_under_its_id()
    {
        var stop = TestContext.Current.CancellationToken;
        using var files = new JournalFixture();
        using var journal = files.Open();
        var media = files.OpenMedia();
        using var store = SqliteStrangerStore.Open(files.Paths.Root, NullLogger<SqliteStrangerStore>.Instance);
        using var alerts = new StrangerAlerts(
            new StrangerBook(new StrangerOptions()), Ledgers.Make(files.Paths.Root, store), store, journal, media, NullLogger<StrangerAlerts>.Instance);
        var portrait = Encoding.UTF8.GetBytes("a portrait that nobody may read from the disk");

        var first = await alerts.ReportAsync(Sight(Noon, portrait, 0.8f), stop);
        var second = await alerts.ReportAsync(Sight(Noon.AddMinutes(1), Encoding.UTF8.GetBytes("a worse one"), 0.4f), stop);

        var (alert, again) = (DataOf(first.Data), DataOf(second.Data));
        Assert.Equal((EventPriority.High, EventPriority.Info), (first.Priority, second.Priority));
        Assert.Equal(alert.Stranger, again.Stranger);
        Assert.Equal((1, 2), (alert.Sightings, again.Sightings));
        Assert.Null(again.Portrait);
        Assert.Equal([alert.Portrait!], first.Media);
        Assert.Equal(portrait, await media.ReadAsync(alert.Portrait!.Sha256, stop));
        var stored = Directory.GetFiles(files.Paths.Media, "*", SearchOption.AllDirectories);
        Assert.NotEmpty(stored);
        Assert.All(stored, file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(portrait.AsSpan(0, 16))));
        Assert.Equal(2, Assert.Single(store.Load()).Sightings);
    }

    [Fact(Timeout = 60_000)]
    public async Task Alert_that_could_not_be_recorded_is_raised_by_the_next_sighting()
    {
        var stop = TestContext.Current.CancellationToken;
        using var files = new JournalFixture();
        var media = files.OpenMedia();
        using var store = SqliteStrangerStore.Open(files.Paths.Root, NullLogger<SqliteStrangerStore>.Instance);
        var book = new StrangerBook(new StrangerOptions());
        var closed = files.Open();
        closed.Dispose();
        using (var failing = new StrangerAlerts(book, Ledgers.Make(files.Paths.Root, store), store, closed, media, NullLogger<StrangerAlerts>.Instance))
        {
            await Assert.ThrowsAsync<JournalUnavailableException>(() => failing.ReportAsync(Sight(Noon, [1, 2, 3], 0.8f), stop).AsTask());
        }

        using var journal = files.Open();
        using var alerts = new StrangerAlerts(book, Ledgers.Make(files.Paths.Root, store), store, journal, media, NullLogger<StrangerAlerts>.Instance);
        var record = await alerts.ReportAsync(Sight(Noon.AddSeconds(5), [1, 2, 3], 0.8f), stop);

        Assert.Equal((EventPriority.High, 1), (record.Priority, DataOf(record.Data).Sightings));
        Assert.NotNull(DataOf(record.Data).Portrait);
    }

    [Fact(Timeout = 60_000)]
    public async Task Alert_goes_out_although_its_portrait_cannot_be_kept_and_the_next_portrait_is()
    {
        var stop = TestContext.Current.CancellationToken;
        using var files = new JournalFixture();
        using var journal = files.Open();
        var media = files.OpenMedia();
        using var store = SqliteStrangerStore.Open(files.Paths.Root, NullLogger<SqliteStrangerStore>.Instance);
        using var alerts = new StrangerAlerts(
            new StrangerBook(new StrangerOptions()), Ledgers.Make(files.Paths.Root, store), store, journal, media, NullLogger<StrangerAlerts>.Instance);
        // A file where the store wants its folder: nothing can be written there by anyone.
        Directory.Delete(files.Paths.Media, recursive: true);
        await File.WriteAllBytesAsync(files.Paths.Media, [], stop);

        var first = await alerts.ReportAsync(Sight(Noon, [1, 2, 3], 0.8f), stop);
        File.Delete(files.Paths.Media);
        Directory.CreateDirectory(files.Paths.Media);
        var second = await alerts.ReportAsync(Sight(Noon.AddSeconds(5), [4, 5, 6], 0.6f), stop);

        Assert.Equal(EventPriority.High, first.Priority);
        Assert.Null(DataOf(first.Data).Portrait);
        Assert.Equal(2, DataOf(second.Data).Sightings);
        Assert.NotNull(DataOf(second.Data).Portrait);
    }

    private static StrangerData DataOf(ReadOnlyMemory<byte> json) => JsonSerializer.Deserialize<StrangerData>(json.Span, JsonSerializerOptions.Web)!;

    private static Sighting Sight(DateTimeOffset at, byte[] portrait, float quality) =>
        new("gate-1", new LocalizedText("东门", "East gate"), Faces.Unit(1), portrait, quality, at);
}
