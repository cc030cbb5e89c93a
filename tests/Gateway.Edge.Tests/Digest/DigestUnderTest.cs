using Gateway.Edge.Access.Grants;
using Gateway.Edge.Digest;
using Gateway.Edge.Digest.Search;
using Gateway.Edge.Journal;
using Gateway.Edge.Tests.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Tests.Digest;

/// <summary>A journal with its digest; no loop runs, steps are taken by hand.</summary>
internal sealed class DigestUnderTest : IDisposable
{
    public DigestUnderTest(JournalFixture fixture, string zone = "Asia/Shanghai")
    {
        Journal = fixture.Open();
        Keeper = new DigestKeeper(Journal, Journal, fixture.Paths, new GrantZone(TimeZoneInfo.FindSystemTimeZoneById(zone)), fixture.Clock, NullLogger<DigestKeeper>.Instance);
        Reader = new DigestReader(Keeper);
        Finder = new RecordFinder(Journal, Journal, new JournalSearch(Journal, Journal), Keeper, Reader);
    }

    public SqliteJournal Journal { get; }

    public DigestKeeper Keeper { get; }

    public DigestReader Reader { get; }

    public RecordFinder Finder { get; }

    public async Task<IReadOnlyList<JournalRecord>> AllAsync()
    {
        var all = new List<JournalRecord>();
        while (await Journal.ReadAsync(all.Count == 0 ? 0 : all[^1].Sequence, 10_000, CancellationToken.None) is { Count: > 0 } records)
        {
            all.AddRange(records);
        }

        return all;
    }

    public void Dispose()
    {
        Keeper.Dispose();
        Journal.Dispose();
    }
}
