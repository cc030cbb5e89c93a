using System.Diagnostics;
using System.Globalization;
using System.Text;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Station.Ingest;
using Gateway.Cloud.Station.Media;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Cloud.Tests.Station.Ingest;

public sealed class IngestTests : IAsyncLifetime
{
    private StationUnderTest _station = null!;
    private MqttSession _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string StationId => _station.Broker.Station;

    public async ValueTask InitializeAsync()
    {
        _station = await StationUnderTest.StartAsync();
        _gateway = await _station.GatewayAsync(Topics.Receipt(StationId, StationUnderTest.Compound));
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _station.DisposeAsync();
    }

    [Fact]
    public async Task Event_is_stored_once_however_often_it_is_sent_and_each_time_gets_a_receipt()
    {
        var message = Sample.Message(Passage(1));
        await SendAsync(message, message);
        await ReceiptAsync(receipt => receipt.Watermark == 1);
        await SendAsync(message);
        await ReceiptAsync(receipt => receipt.Watermark == 1);

        Assert.Equal(1, await _station.AskAsync(database => database.Events.CountAsync(Token)));
    }

    [Fact]
    public async Task Gap_is_asked_for_and_the_watermark_goes_on_when_it_is_filled()
    {
        await SendAsync(Sample.Message(Passage(1)), Sample.Message(Passage(2)), Sample.Message(Passage(5)));
        var asked = await ReceiptAsync(receipt => receipt.Missing.Count > 0);
        Assert.Equal(2, asked.Watermark);
        Assert.Equal([new SequenceRange(3, 4)], asked.Missing);

        await SendAsync(Sample.Message(Passage(4)), Sample.Message(Passage(3)));
        Assert.Empty((await ReceiptAsync(receipt => receipt.Watermark == 5)).Missing);
    }

    [Fact]
    public async Task Receipt_never_tells_of_more_than_is_committed()
    {
        for (var sequence = 1; sequence <= 200; sequence++)
        {
            await SendAsync(Sample.Message(Passage(sequence)));
            while (_gateway.Messages.TryRead(out var message))
            {
                var told = Sample.ReadReceipt(message).Watermark;
                Assert.True(await _station.AskAsync(database => database.Events.CountAsync(Token)) >= told);
            }
        }

        await ReceiptAsync(receipt => receipt.Watermark == 200);
    }

    [Fact]
    public async Task Locked_database_gets_no_receipt_and_the_event_is_stored_when_it_is_free()
    {
        var health = _station.App.Services.GetRequiredService<IngestHealth>();
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(_station.DataDirectory, "station.db")}"))
        {
            await other.OpenAsync(Token);
            await using var writer = other.BeginTransaction();
            await SendAsync(Sample.Message(Passage(1)));
            await _station.UntilAsync(_ => Task.FromResult(health.Fault), fault => fault is not null);
            Assert.False(_gateway.Messages.TryRead(out _));
        }

        await ReceiptAsync(receipt => receipt.Watermark == 1);
        Assert.Null(health.Fault);
    }

    [Fact]
    public async Task Station_that_was_away_gets_what_was_sent_meanwhile()
    {
        await SendAsync(Sample.Message(Passage(1)));
        await ReceiptAsync(receipt => receipt.Watermark == 1);
        await _station.StopAsync();
        await SendAsync(Sample.Message(Passage(2)), Sample.Message(Passage(3)));

        await _station.StartAgainAsync();

        await ReceiptAsync(receipt => receipt.Watermark == 3);
        Assert.Equal(3, await _station.AskAsync(database => database.Events.CountAsync(Token)));
        Assert.DoesNotContain("first log-in", _station.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unusable_messages_are_put_aside_with_their_reason_and_stop_nothing()
    {
        var good = Passage(1);
        MqttMessage With(CloudEvent envelope, string? topic = null) => Sample.Message(envelope) with { Topic = topic ?? Sample.Message(envelope).Topic };
        var topic = Sample.Message(good).Topic;
        await SendAsync(
            new MqttMessage(topic, "{ not json"u8.ToArray()),
            new MqttMessage(topic, "[1,2]"u8.ToArray()),
            new MqttMessage(topic, "null"u8.ToArray()),
            new MqttMessage(topic, Encoding.UTF8.GetBytes(new string('x', 400_000))),
            With(good with { Sequence = "7" }),
            With(good with { Sequence = new string('9', 20) }),
            With(good with { Source = $"/stations/{StationId}/compounds/second-garden/devices/east-gate" }, topic),
            With(good with { Type = EventKind.TypeOf(EventKind.Fire) }, topic),
            With(good with { Hash = "xyz" }),
            With(good with { SpecVersion = "2.0" }),
            With(good with { Id = "7" }));
        await SendAsync(Sample.Message(Passage(2)));

        // A refused record counts too, so only one that comes after them all shows that all were looked at.
        await ReceiptAsync(receipt => receipt.Watermark == 2);
        var reasons = await _station.AskAsync(database => database.Quarantine.OrderBy(row => row.Id).Select(row => row.Reason).ToListAsync(Token));
        Assert.Collection(
            reasons,
            reason => Assert.Contains("not a CloudEvent", reason, StringComparison.Ordinal),
            reason => Assert.Contains("not a CloudEvent", reason, StringComparison.Ordinal),
            reason => Assert.Contains("null", reason, StringComparison.Ordinal),
            reason => Assert.Contains("MaxEventBytes", reason, StringComparison.Ordinal),
            reason => Assert.Contains("sequence '7'", reason, StringComparison.Ordinal),
            reason => Assert.Contains("sequence", reason, StringComparison.Ordinal),
            reason => Assert.Contains("not of compound", reason, StringComparison.Ordinal),
            reason => Assert.Contains("type", reason, StringComparison.Ordinal),
            reason => Assert.Contains("hash", reason, StringComparison.Ordinal),
            reason => Assert.Contains("specversion", reason, StringComparison.Ordinal),
            reason => Assert.Contains("UUID", reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refused_record_counts_as_received_so_that_the_watermark_passes_it()
    {
        await SendAsync(
            Sample.Message(Passage(1)),
            Sample.Message(Passage(2) with { Hash = "xyz" }),
            Sample.Message(Sample.Event(StationId, EventKind.Passage, 3, new { text = new string('x', 400_000) })),
            Sample.Message(Passage(4)));

        Assert.Empty((await ReceiptAsync(receipt => receipt.Watermark == 4)).Missing);
        Assert.Equal(2, await _station.AskAsync(database => database.Events.CountAsync(Token)));
        Assert.Equal(2, await _station.AskAsync(database => database.Quarantine.CountAsync(Token)));
    }

    [Fact]
    public async Task Record_with_the_id_of_another_is_put_aside_and_the_watermark_passes_it()
    {
        var first = Passage(1);
        await SendAsync(Sample.Message(first), Sample.Message(Passage(2) with { Id = first.Id }), Sample.Message(Passage(3)));

        await ReceiptAsync(receipt => receipt.Watermark == 3);
        Assert.Equal(1, await _station.AskAsync(database => database.Quarantine.CountAsync(Token)));
    }

    [Fact]
    public async Task Event_whose_data_does_not_fit_is_stored_and_noted()
    {
        await SendAsync(Sample.Message(Sample.Event(StationId, EventKind.Passage, 1, new { outcome = 17 })));

        await ReceiptAsync(receipt => receipt.Watermark == 1);
        Assert.Contains("stored, but", await _station.AskAsync(database => database.Quarantine.Select(row => row.Reason).SingleAsync(Token)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_event_of_one_sequence_is_put_aside_and_the_first_stays()
    {
        var first = Passage(1);
        await SendAsync(Sample.Message(first), Sample.Message(Passage(1)));

        await _station.UntilAsync(database => database.Quarantine.CountAsync(Token), count => count == 1);
        Assert.Equal(first.Id, await _station.AskAsync(database => database.Events.Select(row => row.EventId).SingleAsync(Token)));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public async Task Event_that_does_not_follow_from_its_neighbour_is_stored_and_reported_in_either_order(int first, int second)
    {
        CloudEvent[] events = [Passage(1), Passage(2) with { PreviousHash = Sample.Hash("altered") }, Passage(3)];
        await SendAsync(Sample.Message(events[first - 1]));
        await SendAsync(Sample.Message(events[second - 1]), Sample.Message(events[2]));

        await ReceiptAsync(receipt => receipt.Watermark == 3);
        var health = _station.App.Services.GetRequiredService<IngestHealth>();
        Assert.Equal((1L, false), (health.ChainFaults, health.IsWell));
        Assert.Contains("chain-broken", await _station.AskAsync(database => database.Quarantine.Select(row => row.Reason).SingleAsync(Token)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_are_stored_while_the_media_folder_cannot_be_written_and_the_medium_follows_later()
    {
        var health = _station.App.Services.GetRequiredService<IngestHealth>();
        var folder = Path.Combine(_station.DataDirectory, "media");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        await File.WriteAllTextAsync(folder, "in the way", Token);
        var portrait = Bytes(1000);
        var medium = Sample.Medium(portrait);
        await SendAsync([.. Sample.Chunks(StationId, portrait, 1000), Sample.Message(Stranger(1, "s1", medium)), Sample.Message(Passage(2))]);
        await ReceiptAsync(receipt => receipt.Watermark == 2);
        Assert.NotNull(health.MediaFault);
        Assert.Null(health.Fault);

        File.Delete(folder);
        await SendAsync([.. Sample.Chunks(StationId, portrait, 1000)]);

        await ReceiptAsync(receipt => receipt.Media.Contains(medium.Sha256, StringComparer.Ordinal));
        Assert.Null(health.MediaFault);
    }

    [Fact]
    public async Task Medium_in_chunks_of_any_order_is_stored_encrypted_and_told()
    {
        var portrait = Bytes(100_000);
        var medium = Sample.Medium(portrait);
        await SendAsync(Sample.Message(Stranger(1, "s1", portrait: medium)));
        await SendAsync([.. Sample.Chunks(StationId, portrait, 30_000).Reverse()]);

        await ReceiptAsync(receipt => receipt.Media.Contains(medium.Sha256, StringComparer.Ordinal));
        Assert.Equal(portrait, _station.App.Services.GetRequiredService<MediaVault>().Read(medium.Sha256));
        var file = Directory.EnumerateFiles(Path.Combine(_station.DataDirectory, "media"), "*", SearchOption.AllDirectories).Single();
        Assert.Equal(-1, (await File.ReadAllBytesAsync(file, Token)).AsSpan().IndexOf(portrait.AsSpan(0, 64)));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_station.DataDirectory, "keys", "media.key")));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_station.DataDirectory));
        }
    }

    [Fact]
    public async Task Medium_that_is_begun_again_in_other_chunks_is_stored()
    {
        var portrait = Bytes(100_000);
        var medium = Sample.Medium(portrait);
        await SendAsync(Sample.Message(Stranger(1, "s1", portrait: medium)), Sample.Chunks(StationId, portrait, 30_000).First());
        await SendAsync([.. Sample.Chunks(StationId, portrait, 60_000)]);

        await ReceiptAsync(receipt => receipt.Media.Contains(medium.Sha256, StringComparer.Ordinal));
        Assert.Equal(portrait, _station.App.Services.GetRequiredService<MediaVault>().Read(medium.Sha256));
    }

    [Fact]
    public async Task Medium_that_does_not_arrive_is_asked_for()
    {
        var medium = Sample.Medium(Bytes(1000));
        await SendAsync(Sample.Message(Stranger(1, "s1", portrait: medium)));

        var receipt = await ReceiptAsync(receipt => receipt.MissingMedia.Count > 0);

        Assert.Equal([medium.Sha256], receipt.MissingMedia);
    }

    [Fact]
    public async Task Medium_with_other_bytes_than_its_name_is_put_aside()
    {
        await SendAsync([.. Sample.Chunks(StationId, Bytes(1000), 1000, Sample.Hash("other"))]);

        var reason = await _station.UntilAsync(database => database.Quarantine.Select(row => row.Reason).FirstOrDefaultAsync(Token), reason => reason is not null);

        Assert.Contains("SHA-256", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_word_about_a_stranger_updates_the_alert_and_an_older_one_does_not()
    {
        var early = Sample.Stranger("s1", 1);
        await SendAsync(
            Sample.Message(Sample.Event(StationId, EventKind.Stranger, 2, early with { Sightings = 3, LastSeen = early.LastSeen.AddMinutes(2) })),
            Sample.Message(Sample.Event(StationId, EventKind.Stranger, 1, early)));
        await ReceiptAsync(receipt => receipt.Watermark == 2);

        Assert.Equal(3, await _station.AskAsync(database => database.Alerts.Select(row => row.Count).SingleAsync(Token)));
    }

    [Fact]
    public async Task Several_words_about_one_stranger_are_one_alert_with_the_count_and_the_better_portrait()
    {
        var (first, better) = (Sample.Medium(Bytes(1000)), Sample.Medium(Bytes(2000)));
        await SendAsync(Sample.Message(Stranger(1, "s1", first)), Sample.Message(Sighting(2, 2)), Sample.Message(Sighting(3, 3, better)), Sample.Message(Sighting(4, 4)));
        await ReceiptAsync(receipt => receipt.Watermark == 4);

        var alert = await _station.AskAsync(database => database.Alerts.SingleAsync(Token));
        Assert.Equal(4, alert.Count);
        Assert.Equal(better.Sha256, await _station.AskAsync(database => database.AlertMedia.Select(row => row.Sha256).SingleAsync(Token)));
    }

    [Fact]
    public async Task Best_portrait_of_a_stranger_is_shown_in_whatever_order_the_words_arrive()
    {
        var (first, better) = (Sample.Medium(Bytes(1000)), Sample.Medium(Bytes(2000)));
        await SendAsync(Sample.Message(Sighting(4, 4)), Sample.Message(Sighting(3, 3, better)), Sample.Message(Sighting(2, 2)), Sample.Message(Sighting(1, 1, first)));
        await ReceiptAsync(receipt => receipt.Watermark == 4);

        var alert = await _station.AskAsync(database => database.Alerts.SingleAsync(Token));
        Assert.Equal(4, alert.Count);
        Assert.Equal(better.Sha256, await _station.AskAsync(database => database.AlertMedia.Select(row => row.Sha256).SingleAsync(Token)));
    }

    [Fact]
    public async Task Acknowledged_stranger_who_is_seen_again_stays_one_acknowledged_alert()
    {
        await SendAsync(Sample.Message(Sighting(1, 1)));
        await ReceiptAsync(receipt => receipt.Watermark == 1);
        await _station.AskAsync(database => database.Alerts.ExecuteUpdateAsync(set => set.SetProperty(row => row.AcknowledgedBy, "officer"), Token));

        await SendAsync(Sample.Message(Sighting(2, 2)));
        await ReceiptAsync(receipt => receipt.Watermark == 2);

        var alert = await _station.AskAsync(database => database.Alerts.SingleAsync(Token));
        Assert.Equal((2, "officer"), (alert.Count, alert.AcknowledgedBy));
    }

    [Fact]
    public async Task Records_taken_over_into_a_new_journal_count_as_received_there_and_are_stored_once()
    {
        const string NewJournal = "0190f0a0-0000-7000-8000-000000000002";
        var old = new[] { Passage(1), Passage(2), Sighting(3, 1) };
        await SendAsync([.. old.Select(Sample.Message)]);
        await ReceiptAsync(receipt => receipt.Watermark == 3);

        // The second of them could not be read any more; sequence and hashes are the new journal's.
        CloudEvent Again(CloudEvent envelope, int sequence) => envelope with
        {
            Journal = NewJournal,
            Sequence = sequence.ToString("D20", CultureInfo.InvariantCulture),
            PreviousHash = Sample.Hash($"new {sequence - 1}"),
            Hash = Sample.Hash($"new {sequence}"),
        };
        MqttMessage[] renewed = [Sample.Message(Again(old[0], 1)), Sample.Message(Again(old[2], 2)), Sample.Message(Again(Passage(9), 3))];
        await SendAsync([.. renewed, .. renewed]);

        await ReceiptAsync(receipt => receipt.Journal == NewJournal && receipt.Watermark == 3);
        Assert.Equal(4, await _station.AskAsync(database => database.Events.CountAsync(Token)));
        Assert.Equal(0, await _station.AskAsync(database => database.Quarantine.CountAsync(Token)));
        Assert.Equal(1, await _station.AskAsync(database => database.Alerts.CountAsync(Token)));
    }

    [Fact]
    public async Task Backlog_of_thousands_is_stored_whole_and_receipted_to_its_end()
    {
        const int Count = 5000;
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            Enumerable.Range(1, Count).Select(sequence => Sample.Message(Passage(sequence))),
            new ParallelOptions { MaxDegreeOfParallelism = 40, CancellationToken = Token },
            async (message, token) => await _gateway.PublishAsync(message, token));

        await ReceiptAsync(receipt => receipt.Watermark == Count);
        TestContext.Current.SendDiagnosticMessage($"{Count / clock.Elapsed.TotalSeconds:F0} events a second from gateway to receipt");
        Assert.Equal(Count, await _station.AskAsync(database => database.Events.CountAsync(Token)));
    }

    [Fact]
    public async Task Station_with_open_pages_stops_when_told()
    {
        await _station.SetPasswordAsync();
        using var browser = new FormBrowser(_station.Address);
        await browser.LogInAsync("officer", StationUnderTest.Password);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/live/stream");
        using var stream = await browser.OpenAsync(request);

        await _station.StopAsync().WaitAsync(TimeSpan.FromSeconds(60), Token);

        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(Token));
        Assert.Contains("event: pulse", await reader.ReadToEndAsync(Token), StringComparison.Ordinal);
    }

    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private CloudEvent Passage(long sequence) => Sample.Event(StationId, EventKind.Passage, sequence, Sample.Passage());

    private CloudEvent Sighting(long sequence, int number, MediaReference? portrait = null)
    {
        var stranger = Sample.Stranger("s1", number, portrait);
        return Sample.Event(StationId, EventKind.Stranger, sequence, stranger with { LastSeen = stranger.FirstSeen.AddMinutes(number * 2) }, media: portrait is null ? [] : [portrait]);
    }

    private CloudEvent Stranger(long sequence, string name, MediaReference portrait) =>
        Sample.Event(StationId, EventKind.Stranger, sequence, Sample.Stranger(name, 1, portrait), media: portrait);

    private async Task SendAsync(params MqttMessage[] messages)
    {
        foreach (var message in messages)
        {
            await _gateway.PublishAsync(message, Token);
        }
    }

    private async Task<Receipt> ReceiptAsync(Func<Receipt, bool> wanted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(120));
        while (true)
        {
            var receipt = Sample.ReadReceipt(await _gateway.Messages.ReadAsync(patience.Token));
            if (wanted(receipt))
            {
                return receipt;
            }
        }
    }
}
