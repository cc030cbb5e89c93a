using EndToEnd.Tests.Harness;
using Microsoft.Data.Sqlite;

namespace EndToEnd.Tests.Reliability;

/// <summary>A card that rots under the gateway: what can be read goes on in a new journal, and the station is told everything once.</summary>
public sealed class DamagedJournalTests
{
    private const int PageSize = 4096;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_of_a_damaged_journal_reach_the_station_once_and_the_new_journal_is_receipted()
    {
        await using var compound = await CompoundUnderTest.StartAsync(FlowingCompound.Settings, Stop);
        var judge = new Judge(compound);
        await judge.ArrivalsAsync(150, Stop);
        await compound.Station.KillAsync(Stop);
        await judge.RecordsAsync(100, Stop);
        Assert.Equal(0, await compound.Gateway.StopAsync(Stop));
        var (damaged, before) = (judge.JournalId, judge.Records());
        var there = judge.ArrivedIds().ToHashSet();

        // One that the station has: what it lacks must not depend on luck.
        OverwritePageOf(compound, before.Where(record => there.Contains(record.Id)).ElementAt(there.Count / 2));
        compound.Station.Launch();
        await compound.Gateway.StartAsync(Stop);

        var aside = Assert.Single(Directory.GetDirectories(compound.GatewayData, "journal.damaged-*"));
        Assert.True(File.Exists(Path.Combine(aside, "journal.db")));
        Assert.NotEqual(damaged, judge.JournalId);
        var through = judge.Recorded;
        await judge.ReceiptedAsync(through, Stop);
        var arrived = judge.ArrivedIds();
        Assert.Distinct(arrived);
        Assert.Subset(arrived.ToHashSet(), before.Select(record => record.Id).ToHashSet());
        Assert.Subset(arrived.ToHashSet(), judge.Records().Where(record => record.Sequence <= through).Select(record => record.Id).ToHashSet());
        await judge.ChainAsync(Stop);
    }

    private static void OverwritePageOf(CompoundUnderTest compound, StoredRecord record)
    {
        var path = Path.Combine(compound.GatewayData, "journal", "journal.db");
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            // The newest pages may still lie in the write-ahead log, which is not what rots here.
            connection.Open();
            using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            checkpoint.ExecuteNonQuery();
        }

        using var file = File.Open(path, FileMode.Open);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var place = bytes.AsSpan().IndexOf(Convert.FromHexString(record.Id));
        Assert.True(place > 0, $"Record {record.Sequence} was not found in the journal's file.");
        file.Position = place / PageSize * PageSize;
        file.Write(new byte[PageSize]);
    }
}
