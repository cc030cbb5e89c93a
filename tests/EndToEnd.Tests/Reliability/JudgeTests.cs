using EndToEnd.Tests.Harness;
using Microsoft.Data.Sqlite;
using Xunit.Sdk;

namespace EndToEnd.Tests.Reliability;

/// <summary>A judge that cannot convict proves nothing.</summary>
public sealed class JudgeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_altered_and_a_missing_event_at_the_station_are_convicted()
    {
        await using var compound = await CompoundUnderTest.StartAsync(FlowingCompound.Settings, Stop);
        var judge = new Judge(compound);
        await judge.ArrivalsAsync(20, Stop);
        await judge.VerdictAsync(Stop);

        Tamper(compound, "UPDATE events SET hash = upper(previous_hash) WHERE sequence = 5");
        var altered = await Assert.ThrowsAnyAsync<XunitException>(() => judge.VerdictAsync(Stop));
        Tamper(compound, "DELETE FROM events WHERE sequence = 5");
        var missing = await Assert.ThrowsAnyAsync<XunitException>(() => judge.VerdictAsync(Stop));

        Assert.Contains("otherwise or not at all in the journal: 1 in all", altered.Message, StringComparison.Ordinal);
        Assert.Contains("not at the station: 1 in all, such as 5", missing.Message, StringComparison.Ordinal);
    }

    private static void Tamper(CompoundUnderTest compound, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(compound.StationData, "station.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
