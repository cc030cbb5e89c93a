using System.Security.Cryptography;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;

namespace Gateway.Edge.Tests.Uplink;

public sealed class MediaTests
{
    private readonly MemoryJournal _journal = new();

    [Fact]
    public async Task Medium_follows_its_event_in_chunks_that_join_to_the_same_bytes()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        var (bytes, portrait) = await StoreAsync(10_000);
        _journal.Add(EventPriority.High, EventKind.Stranger, media: portrait);
        await using var uplink = await TestUplink.StartAsync(broker, _journal, configure: options => options.ChunkBytes = 4096);

        await station.UntilAsync(now => now.Chunks.Count == 3);

        Assert.Equal(portrait, Assert.Single(Assert.Single(station.Events).Media));
        var chunks = station.Chunks.ToArray();
        Assert.Equal([0, 1, 2], chunks.Select(chunk => chunk.Chunk.Index));
        Assert.All(chunks, chunk => Assert.Equal((portrait.Sha256, 3, 10_000L, "portrait"), (chunk.Chunk.Sha256, chunk.Chunk.Count, chunk.Chunk.Length, chunk.Chunk.Role)));
        Assert.All(chunks, chunk => Assert.Equal("image/jpeg", chunk.Message.ContentType));
        Assert.All(chunks, chunk => Assert.Equal(Topics.Media("hongqiao", "garden", portrait.Sha256), chunk.Message.Topic));
        Assert.Equal(bytes, chunks.SelectMany(chunk => chunk.Message.Payload.ToArray()));
        Assert.True(SpinWait.SpinUntil(() => uplink.Status.MediaPending == 1, TimeSpan.FromSeconds(30)));

        await station.ReceiptAsync("garden", new Receipt(_journal.JournalId.ToString(), 1, [], [portrait.Sha256], []));
        Assert.True(SpinWait.SpinUntil(() => uplink.Status.MediaPending == 0, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Events_go_before_media_that_were_stored_earlier()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        var (_, portrait) = await StoreAsync(100_000);
        _journal.Add(EventPriority.High, EventKind.Stranger, media: portrait);
        for (var i = 0; i < 500; i++)
        {
            _journal.Add();
        }

        var eventsAtFirstChunk = station.UntilAsync(now => !now.Chunks.IsEmpty).ContinueWith(_ => station.Sequences.Count, TaskScheduler.Default);
        await using var uplink = await TestUplink.StartAsync(broker, _journal, configure: options => options.ChunkBytes = 4096);

        Assert.True(await eventsAtFirstChunk >= 500);
    }

    [Fact]
    public async Task Outbox_survives_a_restart_even_when_the_event_is_receipted()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        var (_, portrait) = await StoreAsync(100);
        _journal.Add(EventPriority.High, EventKind.Stranger, media: portrait);
        await using (var first = await TestUplink.StartAsync(broker, _journal))
        {
            await station.UntilAsync(now => now.Chunks.Count == 1);
            await station.ReceiptAsync("garden", _journal.JournalId, 1);
            Assert.True(SpinWait.SpinUntil(() => first.Status.Receipted == 1, TimeSpan.FromSeconds(30)));
        }

        await using var second = await TestUplink.StartAsync(broker, _journal);
        await station.UntilAsync(now => now.Chunks.Count == 2);

        Assert.Single(station.Events);
        Assert.True(SpinWait.SpinUntil(() => second.Status.MediaPending == 1, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Medium_that_the_station_misses_is_sent_again()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        var (_, portrait) = await StoreAsync(100);
        _journal.Add(EventPriority.High, EventKind.Stranger, media: portrait);
        await using var uplink = await TestUplink.StartAsync(broker, _journal);
        await station.UntilAsync(now => now.Chunks.Count == 1);

        await station.ReceiptAsync("garden", new Receipt(_journal.JournalId.ToString(), 1, [], [], [portrait.Sha256]));

        await station.UntilAsync(now => now.Chunks.Count == 2);
    }

    [Fact]
    public async Task Silence_of_the_station_sends_media_again()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        var time = new FakeTimeProvider();
        var (_, portrait) = await StoreAsync(100);
        _journal.Add(EventPriority.High, EventKind.Stranger, media: portrait);
        await using var uplink = await TestUplink.StartAsync(broker, _journal, time);
        await station.UntilAsync(now => now.Chunks.Count == 1);

        time.Advance(TimeSpan.FromSeconds(40));

        await station.UntilAsync(now => now.Chunks.Count == 2);
    }

    [Fact]
    public async Task Medium_dropped_by_retention_does_not_block_the_next()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        var (_, dropped) = await StoreAsync(100);
        var (_, kept) = await StoreAsync(200);
        await _journal.DeleteAsync(dropped.Sha256, TestContext.Current.CancellationToken);
        _journal.Add(EventPriority.High, EventKind.Stranger, media: dropped);
        _journal.Add(EventPriority.High, EventKind.Stranger, media: kept);
        await using var uplink = await TestUplink.StartAsync(broker, _journal);

        await station.UntilAsync(now => now.Chunks.Count == 1);

        Assert.Equal(kept.Sha256, station.Chunks.Single().Chunk.Sha256);
    }

    [Fact]
    public async Task Medium_of_an_overtaking_event_does_not_wait_for_the_overtaken_ones()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        var (_, clip) = await StoreAsync(100);
        for (var i = 0; i < 20; i++)
        {
            _journal.Add();
        }

        _journal.Add(EventPriority.Emergency, EventKind.Sos, media: clip);
        await using var uplink = await TestUplink.StartAsync(broker, _journal, configure: options => options.MaximumUnreceipted = 10);

        await station.UntilAsync(now => now.Chunks.Count == 1);

        Assert.Equal(clip.Sha256, station.Chunks.Single().Chunk.Sha256);
        Assert.Equal(11, station.Sequences.Count);
    }

    [Fact]
    public async Task Refused_medium_holds_up_no_emergency()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        var (_, portrait) = await StoreAsync(10_000);
        _journal.Add(EventPriority.High, EventKind.Stranger, media: portrait);
        await using var uplink = await TestUplink.StartAsync(
            broker, _journal, configure: options => options.FaultDelay = TimeSpan.FromMinutes(10), mqtt: options => options.MaximumMessageBytes = 2048);
        Assert.True(SpinWait.SpinUntil(() => uplink.Status.Fault is not null, TimeSpan.FromSeconds(30)));

        _journal.Add(EventPriority.Emergency, EventKind.Sos);

        await station.UntilAsync(now => now.Sequences.Contains(2));
    }

    [Fact]
    public async Task Medium_that_is_refused_again_and_again_is_given_up_told_and_the_next_one_goes()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        await using var station = await TestStation.StartAsync(broker);
        var (_, refused) = await StoreAsync(10_000);
        var (_, small) = await StoreAsync(100);
        _journal.Add(EventPriority.High, EventKind.Stranger, media: refused);
        _journal.Add(EventPriority.High, EventKind.Stranger, media: small);
        await using var uplink = await TestUplink.StartAsync(
            broker, _journal, configure: options => options.FaultDelay = TimeSpan.FromMilliseconds(100), mqtt: options => options.MaximumMessageBytes = 2048);

        await station.UntilAsync(now => now.Sequences.Contains(3) && !now.Chunks.IsEmpty);

        var audit = station.Events.First(read => read.Type == EventKind.TypeOf(EventKind.Audit)).Data;
        Assert.Equal(("medium-omitted", refused.Sha256), (audit.GetProperty("action").GetString(), audit.GetProperty("sha256").GetString()));
        Assert.Equal(small.Sha256, station.Chunks.First().Chunk.Sha256);
        Assert.Equal(1, uplink.Status.RefusedRecords);
    }

    private async Task<(byte[] Bytes, MediaReference Medium)> StoreAsync(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        return (bytes, await _journal.StoreAsync(bytes, "image/jpeg", "portrait", TestContext.Current.CancellationToken));
    }
}
