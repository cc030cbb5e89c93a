using System.Text;
using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;

namespace Gateway.Edge.Tests.Uplink;

public sealed class UplinkTests
{
    private readonly MemoryJournal _journal = new();

    [Fact]
    public async Task Events_arrive_in_order_as_the_journal_has_them()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        var record = _journal.Add(EventPriority.High, EventKind.Stranger);
        Fill(499);
        await using var uplink = await TestUplink.StartAsync(broker, _journal);

        await station.UntilAsync(now => now.Sequences.Count == 500);

        Assert.Equal(Enumerable.Range(1, 500).Select(i => (long)i), station.Sequences);
        var first = station.Events.First();
        Assert.Equal(record.Id.ToString(), first.Id);
        Assert.Equal("/stations/hongqiao/compounds/garden/devices/gate-1", first.Source);
        Assert.Equal("cn.smartcompound.stranger.v1", first.Type);
        Assert.Equal("00000000000000000001", first.Sequence);
        Assert.Equal(_journal.JournalId.ToString(), first.Journal);
        Assert.Equal(EventPriority.High, first.Priority);
        Assert.Equal(record.Time, first.Time);
        Assert.Equal(Convert.ToHexStringLower(record.Hash.Span), first.Hash);
        Assert.Equal(new string('0', 64), first.PreviousHash);
        Assert.Equal(Encoding.UTF8.GetString(record.Data.Span), first.Data.GetRawText());
        Assert.Equal(CloudEvent.ContentType, station.Messages.First().ContentType);
        Assert.Equal("sc/v1/hongqiao/garden/event/stranger", station.Messages.First().Topic);
    }

    [Fact]
    public async Task Records_appended_while_connected_follow_at_once()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        await using var uplink = await TestUplink.StartAsync(broker, _journal);

        for (var i = 1; i <= 3; i++)
        {
            _journal.Add();
            await station.UntilAsync(now => now.Sequences.Contains(i));
        }

        Assert.Equal([1, 2, 3], station.Sequences);
    }

    [Fact]
    public async Task Journal_that_opens_late_sends_under_the_id_it_then_has()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        _journal.JournalId = Guid.Empty;
        await using var uplink = await TestUplink.StartAsync(broker, _journal);
        Assert.True(SpinWait.SpinUntil(() => uplink.Status.Fault is not null, TimeSpan.FromSeconds(30)));

        var id = _journal.JournalId = Guid.CreateVersion7();
        _journal.Add();
        await station.UntilAsync(now => now.Sequences.Count == 1);

        Assert.Equal(id.ToString(), station.Events.Single().Journal);
        Assert.Null(uplink.Status.Fault);
    }

    [Fact]
    public async Task Journal_that_goes_on_under_another_id_is_sent_from_its_start_under_that_id()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        Fill(3);
        await using var uplink = await TestUplink.StartAsync(broker, _journal);
        await station.UntilAsync(now => now.Sequences.Count == 3);

        var id = _journal.JournalId = Guid.CreateVersion7();
        _journal.Add();
        await station.UntilAsync(now => now.Sequences.Count == 7);

        Assert.Equal([1, 2, 3, 4], station.Sequences.Skip(3));
        Assert.All(station.Events.Skip(3), read => Assert.Equal(id.ToString(), read.Journal));
    }

    [Fact]
    public async Task Receipt_beyond_the_journals_end_is_reported_with_what_to_do()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        Fill(2);
        await using var uplink = await TestUplink.StartAsync(broker, _journal);
        await station.UntilAsync(now => now.Sequences.Count == 2);

        await station.ReceiptAsync("garden", _journal.JournalId, 900);
        Assert.True(SpinWait.SpinUntil(() => uplink.Status.Fault is not null, TimeSpan.FromSeconds(30)));
        _journal.Add();
        await station.ReceiptAsync("garden", _journal.JournalId, 2);
        await UntilReceiptedAsync(uplink, 2);

        Assert.Contains("restored from an old copy", uplink.Status.Fault, StringComparison.Ordinal);
        Assert.Equal((2, 0), (uplink.Status.Of(_journal.JournalId), uplink.Status.Of(Guid.NewGuid())));
    }

    [Fact]
    public async Task Missing_ranges_are_sent_again_and_nothing_else()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        Fill(20);
        await using var uplink = await TestUplink.StartAsync(broker, _journal);
        await station.UntilAsync(now => now.Sequences.Count == 20);

        await station.ReceiptAsync("garden", _journal.JournalId, 4, new(5, 6), new(9, 9));
        await station.UntilAsync(now => now.Sequences.Count == 23);
        await station.ReceiptAsync("garden", _journal.JournalId, 20);
        await UntilReceiptedAsync(uplink, 20);

        Assert.Equal([5, 6, 9], station.Sequences.Skip(20));
        Assert.Equal(0, uplink.Status.Backlog);
    }

    [Fact]
    public async Task Restart_resumes_after_the_last_receipt()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        Fill(10);
        await using (var first = await TestUplink.StartAsync(broker, _journal))
        {
            await station.UntilAsync(now => now.Sequences.Count == 10);
            await station.ReceiptAsync("garden", _journal.JournalId, 7);
            await UntilReceiptedAsync(first, 7);
        }

        await using var second = await TestUplink.StartAsync(broker, _journal);
        await station.UntilAsync(now => now.Sequences.Count == 13);

        Assert.Equal([8, 9, 10], station.Sequences.Skip(10));
        Assert.Equal(7, second.Status.Receipted);
    }

    [Fact]
    public async Task Silence_of_the_station_sends_the_oldest_again()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        var time = new FakeTimeProvider();
        Fill(10);
        await using var uplink = await TestUplink.StartAsync(broker, _journal, time, options => options.ResendBatch = 3);
        await station.UntilAsync(now => now.Sequences.Count == 10);
        await station.ReceiptAsync("garden", _journal.JournalId, 4);
        await UntilReceiptedAsync(uplink, 4);

        time.Advance(TimeSpan.FromSeconds(40));
        await station.UntilAsync(now => now.Sequences.Count == 13);

        Assert.Equal([5, 6, 7], station.Sequences.Skip(10));
    }

    [Fact]
    public async Task Emergency_overtakes_a_backlog()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        Fill(2000);
        _journal.Add(EventPriority.Emergency, EventKind.Sos);
        Fill(10);
        await using var uplink = await TestUplink.StartAsync(broker, _journal, configure: options => options.MaximumUnreceipted = 50_000);

        await station.UntilAsync(now => now.Sequences.Count == 2011);

        Assert.Equal(2001, station.Sequences.First());
        Assert.Equal(2011, station.Sequences.Distinct().Count());
    }

    [Fact]
    public async Task Unreceipted_records_are_bounded_and_an_emergency_is_not_held_back()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        Fill(100);
        await using var uplink = await TestUplink.StartAsync(broker, _journal, configure: options => options.MaximumUnreceipted = 30);
        await station.UntilAsync(now => now.Sequences.Count == 30);

        _journal.Add(EventPriority.Emergency, EventKind.Sos);
        await station.UntilAsync(now => now.Sequences.Contains(101));
        Assert.Equal(31, station.Sequences.Count);

        await station.ReceiptAsync("garden", _journal.JournalId, 30);
        await station.UntilAsync(now => now.Sequences.Count == 61);
        Assert.Equal(61, station.Sequences.Distinct().Count());
    }

    [Fact]
    public async Task Record_too_large_for_the_broker_does_not_block_the_rest()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        _journal.Add();
        var poison = _journal.Add(bytes: 1_200_000);
        _journal.Add();
        // Our own limit is above the broker's, so that it is the broker who refuses.
        await using var uplink = await TestUplink.StartAsync(broker, _journal, mqtt: options => options.MaximumMessageBytes = 4_000_000);

        await station.UntilAsync(now => now.Sequences.Distinct().Count() == 4);

        var standIn = Assert.Single(station.Events, read => read.Id == poison.Id.ToString());
        Assert.Equal("cn.smartcompound.audit.v1", standIn.Type);
        Assert.Equal(Convert.ToHexStringLower(poison.Hash.Span), standIn.Hash);
        Assert.Equal("record-omitted", standIn.Data.GetProperty("action").GetString());
        Assert.Equal(2, station.Events.Last(read => read.Sequence.EndsWith('4')).Data.GetProperty("sequence").GetInt64());
        Assert.Equal(1, uplink.Status.RefusedRecords);
    }

    [Fact]
    public async Task Record_larger_than_our_own_limit_gets_a_stand_in_too()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        _journal.Add(bytes: 3000);
        await using var uplink = await TestUplink.StartAsync(broker, _journal, mqtt: options => options.MaximumMessageBytes = 2048);

        await station.UntilAsync(now => now.Sequences.Distinct().Count() == 2);

        Assert.All(station.Events, read => Assert.Equal("cn.smartcompound.audit.v1", read.Type));
    }

    [Fact]
    public async Task Retained_malformed_and_foreign_messages_are_ignored()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        Fill(5);
        await station.PublishAsync(Topics.Command(broker.Station, "garden", "open"), "{}"u8.ToArray(), retain: true);
        await station.PublishAsync(
            Topics.Receipt(broker.Station, "garden"),
            JsonSerializer.SerializeToUtf8Bytes(new Receipt(_journal.JournalId.ToString(), 5, [], [], []), JsonSerializerOptions.Web), retain: true);
        await using var uplink = await TestUplink.StartAsync(broker, _journal);
        await station.UntilAsync(now => now.Sequences.Count == 5);

        await station.ReceiptAsync("garden", Guid.NewGuid(), 5);
        await station.ReceiptAsync("garden", _journal.JournalId, 6);
        await station.ReceiptAsync("garden", _journal.JournalId, 1, new SequenceRange(3, 2));
        await station.PublishAsync(Topics.Receipt(broker.Station, "garden"), "{\"journal\":"u8.ToArray());
        await station.ReceiptAsync("garden", _journal.JournalId, 3);
        await UntilReceiptedAsync(uplink, 3);

        Assert.Equal(6, uplink.Status.IgnoredMessages);
        Assert.Equal(5, station.Sequences.Count);
    }

    [Fact]
    public async Task State_says_online_and_the_last_will_offline()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        Fill(2);
        await using (await TestUplink.StartAsync(broker, _journal))
        {
            await station.UntilAsync(now => now.States.Count == 1);
        }

        await station.UntilAsync(now => now.States.Count == 2);

        var states = station.States.Select(message => JsonSerializer.Deserialize<GatewayState>(message.Payload.Span)!).ToArray();
        Assert.True(states[0].Online);
        Assert.Equal(_journal.JournalId.ToString(), states[0].Journal);
        Assert.Equal(2, states[0].LastSequence);
        Assert.False(states[1].Online);
    }

    [Fact]
    public async Task Two_thousand_events_survive_a_broker_killed_midway()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        Fill(1000);
        await using var uplink = await TestUplink.StartAsync(
            broker, _journal, configure: options => (options.ReceiptLag, options.ResendBatch) = (TimeSpan.FromSeconds(1), 1000));
        await station.UntilAsync(now => now.Sequences.Count > 300);

        await broker.KillAsync();
        Fill(1000);
        await broker.StartAgainAsync();
        await station.UntilAsync(now => now.Sequences.Contains(2000));

        // What the broker had accepted and not yet saved died with it: the station's receipt asks for it.
        var have = station.Sequences.ToHashSet();
        var missing = Enumerable.Range(1, 2000).Select(i => (long)i).Where(i => !have.Contains(i)).ToArray();
        var ranges = missing.Length == 0 ? [] : new[] { new SequenceRange(missing[0], missing[^1]) };
        await station.ReceiptAsync("garden", _journal.JournalId, missing.Length == 0 ? 2000 : missing[0] - 1, ranges);

        await station.UntilAsync(now => now.Sequences.Distinct().Count() == 2000);
        var unique = station.Events.Select(read => read.Id).Distinct(StringComparer.Ordinal).Count();
        Assert.Equal(2000, unique);
    }

    private static async Task UntilReceiptedAsync(TestUplink uplink, long sequence)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (uplink.Status.Receipted < sequence)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private void Fill(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _journal.Add();
        }
    }
}
