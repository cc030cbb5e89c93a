using Gateway.Edge.Journal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Journal;

public sealed class JournalKeeperTests : IDisposable
{
    private readonly JournalFixture _fixture = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Receipted_records_go_when_they_are_old_and_unreceipted_ones_never()
    {
        using var journal = _fixture.Open();
        await JournalFixture.FillAsync(journal, 1200);
        using var keeper = Keeper(journal, 1100);
        await keeper.KeepAsync(Stop);
        Assert.Equal(1, (await journal.ReadAsync(0, 1, Stop))[0].Sequence);

        _fixture.Clock.Advance(_fixture.Options.KeepReceipted + TimeSpan.FromHours(1));
        await keeper.KeepAsync(Stop);

        Assert.Equal(1101, (await journal.ReadAsync(0, 1, Stop))[0].Sequence);
        Assert.Equal(1200, journal.LastSequence);
    }

    [Fact]
    public async Task Nearly_full_journal_loses_the_oldest_receipted_records_first_and_no_more_than_needed()
    {
        _fixture.Options.MaximumMegabytes = 1;
        using var journal = _fixture.Open();
        while (journal.ReadFill() < 0.8)
        {
            await JournalFixture.FillAsync(journal, 100);
        }

        using var keeper = Keeper(journal, journal.LastSequence);
        await keeper.KeepAsync(Stop);

        Assert.True(journal.ReadFill() < 0.8);
        Assert.NotEmpty(await journal.ReadAsync(0, 1, Stop));
    }

    [Fact]
    public async Task Nearly_full_journal_without_receipts_keeps_everything()
    {
        _fixture.Options.MaximumMegabytes = 1;
        using var journal = _fixture.Open();
        while (journal.ReadFill() < 0.8)
        {
            await JournalFixture.FillAsync(journal, 100);
        }

        using var keeper = Keeper(journal, 0);
        await keeper.KeepAsync(Stop);

        Assert.Equal(1, (await journal.ReadAsync(0, 1, Stop))[0].Sequence);
    }

    [Fact]
    public async Task Receipts_are_noted_so_that_a_rebuild_takes_over_only_what_the_station_lacks()
    {
        using (var journal = _fixture.Open())
        {
            await JournalFixture.FillAsync(journal, 100);
            using var keeper = Keeper(journal, 90);
            await keeper.KeepAsync(Stop);
        }

        using var probe = new RecordProbe(_fixture.Paths.File);

        Assert.Equal(90, probe.ReadIdentity(_fixture.Paths.File).ReceiptedThrough);
    }

    private JournalKeeper Keeper(SqliteJournal journal, long receipted) => new(
        journal, journal, journal, new Receipted(receipted), Options.Create(_fixture.Options), _fixture.Clock, NullLogger<JournalKeeper>.Instance);

    private sealed class Receipted(long sequence) : IReceiptWatermark
    {
        public long Of(Guid journal) => sequence;
    }
}
