using Gateway.Edge.Journal;
using Gateway.Edge.Tests.Journal;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Tests.Digest;

/// <summary>The digest counts as a plain count over the journal does, whatever became of it on the way.</summary>
public sealed class DigestCountTests : IDisposable
{
    private readonly JournalFixture _fixture = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Theory(Timeout = 120_000)]
    [InlineData(1, "Asia/Shanghai")]
    [InlineData(2, "Europe/Berlin")]
    [InlineData(3, "Australia/Lord_Howe")]
    [InlineData(4, "Asia/Kathmandu")]
    [InlineData(5, "America/Sao_Paulo")]
    public async Task Digest_equals_a_direct_count_across_midnights_and_changes_of_the_clocks(int seed, string zone)
    {
        Fill(seed, 3000, new DateTimeOffset(2026, 3, 20, 20, 0, 0, TimeSpan.Zero), TimeSpan.FromMinutes(7));
        using var digest = new DigestUnderTest(_fixture, zone);

        await digest.Keeper.CatchUpAsync(Token);

        Assert.Equal(DirectCount.Of(await digest.AllAsync(), Zone(zone)), DirectCount.Read(digest.Keeper.Path));
    }

    [Fact(Timeout = 120_000)]
    public async Task Digest_that_was_stopped_half_way_goes_on_where_it_was()
    {
        Fill(11, 6000, new DateTimeOffset(2026, 5, 1, 15, 0, 0, TimeSpan.Zero), TimeSpan.FromMinutes(3));
        using (var begun = new DigestUnderTest(_fixture))
        {
            Assert.True(await begun.Keeper.StepAsync(Token));
            Assert.InRange(begun.Keeper.Standing.Share, 0.2, 0.5);
        }

        using (var again = new DigestUnderTest(_fixture))
        {
            Assert.True(await again.Keeper.StepAsync(Token));
            Assert.InRange(again.Keeper.Standing.Share, 0.5, 0.8);
        }

        using var digest = new DigestUnderTest(_fixture);
        await digest.Keeper.CatchUpAsync(Token);
        Assert.Equal(DirectCount.Of(await digest.AllAsync(), Zone("Asia/Shanghai")), DirectCount.Read(digest.Keeper.Path));
        Assert.Equal((1.0, 0L), (digest.Keeper.Standing.Share, digest.Keeper.Standing.Missing));
    }

    [Fact(Timeout = 120_000)]
    public async Task Another_time_zone_counts_anew()
    {
        Fill(12, 2500, new DateTimeOffset(2026, 5, 1, 15, 0, 0, TimeSpan.Zero), TimeSpan.FromMinutes(11));
        using (var before = new DigestUnderTest(_fixture))
        {
            await before.Keeper.CatchUpAsync(Token);
        }

        using var digest = new DigestUnderTest(_fixture, "Europe/Berlin");
        await digest.Keeper.CatchUpAsync(Token);

        Assert.Equal(DirectCount.Of(await digest.AllAsync(), Zone("Europe/Berlin")), DirectCount.Read(digest.Keeper.Path));
    }

    [Theory(Timeout = 120_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Damaged_or_lost_digest_is_made_again(bool isLost)
    {
        Fill(13, 2500, new DateTimeOffset(2026, 5, 1, 15, 0, 0, TimeSpan.Zero), TimeSpan.FromMinutes(2));
        string path;
        using (var before = new DigestUnderTest(_fixture))
        {
            await before.Keeper.CatchUpAsync(Token);
            path = before.Keeper.Path;
        }

        SqliteConnection.ClearAllPools();
        if (isLost)
        {
            File.Delete(path);
        }
        else
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
            file.Seek(file.Length / 2, SeekOrigin.Begin);
            file.Write(new byte[(int)Math.Min(20_000, file.Length / 2)]);
        }

        using var digest = new DigestUnderTest(_fixture);
        await digest.Keeper.CatchUpAsync(Token);

        Assert.Equal(DirectCount.Of(await digest.AllAsync(), Zone("Asia/Shanghai")), DirectCount.Read(digest.Keeper.Path));
    }

    [Fact(Timeout = 120_000)]
    public async Task Days_whose_records_are_gone_stay_counted_and_are_found_no_more()
    {
        Fill(14, 4000, new DateTimeOffset(2026, 5, 1, 15, 0, 0, TimeSpan.Zero), TimeSpan.FromMinutes(5));
        using var digest = new DigestUnderTest(_fixture);
        await digest.Keeper.CatchUpAsync(Token);
        var before = DirectCount.Read(digest.Keeper.Path);

        await digest.Journal.TrimAsync(2500, Token);
        await digest.Keeper.TidyAsync(Token);

        Assert.Equal(before, DirectCount.Read(digest.Keeper.Path));
        Assert.Equal(1500, digest.Reader.Find(new(), 0, long.MaxValue, 10_000).Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task Copies_in_a_journal_that_was_rebuilt_are_not_counted_again()
    {
        Fill(15, 3000, new DateTimeOffset(2026, 5, 1, 15, 0, 0, TimeSpan.Zero), TimeSpan.FromMinutes(4));
        IReadOnlyList<string> before;
        using (var digest = new DigestUnderTest(_fixture))
        {
            await digest.Keeper.CatchUpAsync(Token);
            before = DirectCount.Read(digest.Keeper.Path);
        }

        // The record file is set aside with a page gone; what is intact begins another journal.
        _fixture.Damage(file =>
        {
            file.Seek(file.Length / 2, SeekOrigin.Begin);
            file.Write(new byte[8192]);
        });
        using var again = new DigestUnderTest(_fixture);
        await again.Keeper.CatchUpAsync(Token);

        var after = DirectCount.Read(again.Keeper.Path);
        // But for the record of the damage itself.
        Assert.Empty(before.Except(after));
        Assert.Single(after.Except(before));
        Assert.Equal((await again.AllAsync()).Count, again.Reader.Find(new(), 0, long.MaxValue, 10_000).Count);
    }

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    private void Fill(int seed, int count, DateTimeOffset begin, TimeSpan step)
    {
        var random = new RandomJournal(seed);
        using var session = JournalSession.Open(_fixture.Paths.File, 1024, () => Guid.CreateVersion7(begin));
        session.Append([.. Enumerable.Range(0, count).Select(number =>
        {
            // Clocks are set back at times.
            var at = begin + (step * (number % 500 == 499 ? number - 400 : number));
            return new PendingAppend(random.Next(at), Guid.CreateVersion7(at), at, number);
        })]);
        _fixture.Clock.SetWall(begin + (step * count) - _fixture.Clock.GetUtcNow());
    }
}
