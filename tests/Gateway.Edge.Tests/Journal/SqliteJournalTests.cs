using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Tests.Journal;

public sealed class SqliteJournalTests : IDisposable
{
    private readonly JournalFixture _fixture = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Concurrent_appends_are_numbered_without_gaps_and_chained()
    {
        using var journal = _fixture.Open();
        var tasks = Enumerable.Range(0, 16).Select(writer => Task.Run(() => JournalFixture.FillAsync(journal, 50), Stop));
        var appended = (await Task.WhenAll(tasks)).SelectMany(records => records).OrderBy(record => record.Sequence).ToList();

        var read = await journal.ReadAsync(0, 10_000, Stop);

        Assert.Equal(Enumerable.Range(1, 800).Select(number => (long)number), read.Select(record => record.Sequence));
        var walk = new ChainWalk((0, RecordHasher.Origin));
        Assert.All(read, record => Assert.Null(walk.Check(record)));
        Assert.Equal(appended.Select(record => record.Id), read.Select(record => record.Id));
        Assert.Equal(800, journal.LastSequence);
    }

    [Fact]
    public async Task A_closed_journal_that_was_read_lies_whole_in_one_file()
    {
        using (var journal = _fixture.Open())
        {
            await JournalFixture.FillAsync(journal, 10);
            await journal.ReadAsync(0, 10, Stop);
        }

        Assert.Equal(["journal.db"], Directory.GetFiles(_fixture.Paths.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_record_is_read_back_with_every_field_as_appended()
    {
        using var journal = _fixture.Open();
        var media = new MediaReference(new string('a', 64), "image/jpeg", 1234, "portrait");
        var entry = JournalEntry.Of(EventKind.Stranger, EventPriority.High, "gate_A.1-b", new { reason = "陌生人 \"x\"" }, [media]);

        var appended = await journal.AppendAsync(entry, Stop);
        var read = Assert.Single(await journal.ReadAsync(0, 10, Stop));

        Assert.Equal(appended.Id, read.Id);
        Assert.Equal(7, read.Id.Version);
        Assert.Equal(_fixture.Clock.GetUtcNow(), read.Time);
        Assert.Equal("gate_A.1-b", read.Device);
        Assert.Equal(EventPriority.High, read.Priority);
        Assert.Equal(entry.Data.ToArray(), read.Data.ToArray());
        Assert.Equal([media], read.Media);
        Assert.Equal(new byte[32], read.PreviousHash.ToArray());
        Assert.True(new RecordHasher().IsIntact(read));
    }

    [Fact]
    public async Task The_chain_and_the_journal_id_go_on_after_a_restart()
    {
        Guid id;
        using (var first = _fixture.Open())
        {
            id = first.JournalId;
            await JournalFixture.FillAsync(first, 3);
        }

        using var second = _fixture.Open();
        var fourth = await second.AppendAsync(JournalFixture.Entry("after"), Stop);
        var records = await second.ReadAsync(2, 10, Stop);

        Assert.Equal(id, second.JournalId);
        Assert.Equal(4, fourth.Sequence);
        Assert.Equal(records[0].Hash.ToArray(), fourth.PreviousHash.ToArray());
    }

    [Fact]
    public async Task Reading_by_priority_skips_the_others_and_keeps_the_order()
    {
        using var journal = _fixture.Open();
        foreach (var number in Enumerable.Range(0, 40))
        {
            await journal.AppendAsync(JournalFixture.Entry($"{number}", (EventPriority)(number % 4)), Stop);
        }

        var urgent = await journal.ReadAsync(4, EventPriority.Emergency, 3, Stop);

        Assert.Equal([5L, 9L, 13L], urgent.Select(record => record.Sequence));
        Assert.All(urgent, record => Assert.Equal(EventPriority.Emergency, record.Priority));
    }

    [Fact]
    public async Task A_waiting_reader_is_woken_by_the_next_durable_record()
    {
        using var journal = _fixture.Open();
        var waiting = journal.WaitAsync(0, Stop).AsTask();
        Assert.False(waiting.IsCompleted);

        await journal.AppendAsync(JournalFixture.Entry("wake"), Stop);
        await waiting;

        Assert.Single(await journal.ReadAsync(0, 10, Stop));
    }

    [Fact]
    public async Task The_monotonic_stamp_follows_the_clock_and_never_falls()
    {
        using var journal = _fixture.Open();
        var first = await journal.AppendAsync(JournalFixture.Entry("1"), Stop);
        _fixture.Clock.Advance(TimeSpan.FromSeconds(2));
        var second = await journal.AppendAsync(JournalFixture.Entry("2"), Stop);

        Assert.Equal(2_000_000_000, second.Monotonic - first.Monotonic);
    }

    [Fact]
    public void A_second_process_on_the_same_directory_is_refused_with_the_fix()
    {
        using var journal = _fixture.Open();
        var refusal = Assert.Throws<JournalUnavailableException>(() => _fixture.Open());
        Assert.Contains("Gateway:DataDirectory", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "gate-1", "{}")]
    [InlineData("passage", "", "{}")]
    [InlineData("passage", "gate-1", "{")]
    [InlineData("passage", "gate-1", "")]
    public async Task An_entry_that_could_not_travel_is_refused_before_it_is_queued(string kind, string device, string data)
    {
        using var journal = _fixture.Open();
        var entry = new JournalEntry(kind, EventPriority.Normal, device, System.Text.Encoding.UTF8.GetBytes(data), []);

        await Assert.ThrowsAsync<ArgumentException>(() => journal.AppendAsync(entry, Stop).AsTask());
        Assert.Equal(0, journal.LastSequence);
    }

    [Fact]
    public async Task A_full_journal_refuses_appends_and_recovers_once_records_are_trimmed()
    {
        _fixture.Options.MaximumMegabytes = 1;
        using var journal = _fixture.Open();
        var refusal = await Assert.ThrowsAsync<JournalUnavailableException>(async () =>
        {
            while (true)
            {
                await journal.AppendAsync(JournalFixture.Entry(new string('x', 10_000)), Stop);
            }
        });
        Assert.Contains("MaximumMegabytes", refusal.Message, StringComparison.Ordinal);
        Assert.False(journal.Status.Available);
        Assert.True(journal.Status.FailedAppends > 0);
        var kept = journal.LastSequence;

        // The failed session was closed; trimming opens the next one.
        var removed = await journal.TrimAsync(kept, Stop);
        var next = await journal.AppendAsync(JournalFixture.Entry("room again"), Stop);
        await journal.WaitAsync(next.Sequence, Stop);
        var report = (await journal.ReadAsync(next.Sequence, 1, Stop))[0];

        Assert.Equal(kept, removed);
        Assert.Equal(kept + 1, next.Sequence);
        Assert.True(journal.Status.Available);
        Assert.Contains("journal-recovered", System.Text.Encoding.UTF8.GetString(report.Data.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trimming_keeps_the_chain_verifiable_from_the_first_kept_record()
    {
        using var journal = _fixture.Open();
        await JournalFixture.FillAsync(journal, 2500);

        var removed = await journal.TrimAsync(2200, Stop);
        var left = await journal.ReadAsync(0, 10_000, Stop);
        var report = await JournalVerifier.VerifyAsync(_fixture.Paths, media: null, Stop);

        Assert.Equal(2200, removed);
        Assert.Equal(2201, left[0].Sequence);
        Assert.Empty(report.Problems);
        Assert.Equal(300, report.Records);
    }

    [Fact]
    public async Task Trimming_everything_keeps_the_sequence_and_the_chain_going()
    {
        using (var journal = _fixture.Open())
        {
            await JournalFixture.FillAsync(journal, 10);
            await journal.TrimAsync(10, Stop);
        }

        using var again = _fixture.Open();
        var next = await again.AppendAsync(JournalFixture.Entry("next"), Stop);

        Assert.Equal(11, next.Sequence);
        Assert.Empty((await JournalVerifier.VerifyAsync(_fixture.Paths, media: null, Stop)).Problems);
    }
}
