using Gateway.Cloud.Station.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Cloud.Tests.Station.Storage;

public sealed class MigrationsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("migrations-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Migrated_schema_equals_the_one_the_model_asks_for()
    {
        await MigrateAsync("migrated.db");
        await using var model = Open("model.db");
        await model.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        var expected = Describe("model.db");
        var actual = Describe("migrated.db").Where(line => !line.StartsWith("schema_version", StringComparison.Ordinal)).ToList();

        Assert.Equal(expected, actual);
    }

    [Fact]
    public async Task Alerts_of_strangers_keep_their_ids_portraits_and_marks_when_all_kinds_move_into_one_table()
    {
        foreach (var script in MigrationScript.For("Sqlite").Take(3))
        {
            Run("old.db", script.Sql);
            Run("old.db", "CREATE TABLE IF NOT EXISTS schema_version (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied TEXT NOT NULL)");
            Run("old.db", $"INSERT INTO schema_version VALUES ({script.Number}, '{script.Name}', '{script.Checksum}', 'then')");
        }

        Run("old.db", """
            INSERT INTO stranger_alerts (id, compound, stranger, journal, sequence, gate, gate_zh, gate_en, reason_zh, reason_en, sightings,
                first_seen, last_seen, portrait, portrait_sighting, revision, acknowledged_by, acknowledged_at)
            VALUES (7, 'garden', 's7', 'j', 70, 'east', '东门', 'East', '原因', 'reason', 3, 1000, 2000, 'abc', 2, 9, 'officer', 3000),
                (9, 'garden', 's9', 'j', 90, 'east', '东门', 'East', '原因', 'reason', 1, 1000, 2000, NULL, NULL, 12, NULL, NULL)
            """);
        await MigrateAsync("old.db");

        await using var database = Open("old.db");
        var alerts = await database.Alerts.OrderBy(row => row.Id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([(7, "stranger", "s7", 3, 9, "officer"), (9, "stranger", "s9", 1, 12, null)], alerts.Select(row => (row.Id, row.Kind, row.Incident, row.Count, row.Revision, row.AcknowledgedBy)));
        Assert.Equal(3000, UnixMicroseconds.Of(alerts[0].AcknowledgedAt!.Value));
        var medium = await database.AlertMedia.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((7, "abc", "portrait", 2), (medium.Alert, medium.Sha256, medium.Role, medium.Rank));
    }

    [Fact]
    public async Task Scripts_are_applied_once()
    {
        await MigrateAsync("twice.db");
        await MigrateAsync("twice.db");

        Assert.Equal(MigrationScript.For("Sqlite").Count, (long)Scalar("twice.db", "SELECT COUNT(*) FROM schema_version"));
    }

    [Fact]
    public async Task Database_of_a_newer_station_is_refused_with_its_script()
    {
        await MigrateAsync("newer.db");
        Run("newer.db", "INSERT INTO schema_version VALUES (99, '0099_future.sql', 'x', 'later')");

        var error = await Assert.ThrowsAsync<StorageFaultException>(() => MigrateAsync("newer.db"));

        Assert.Contains("0099_future.sql", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_script_is_refused()
    {
        await MigrateAsync("changed.db");
        Run("changed.db", "UPDATE schema_version SET checksum = 'other' WHERE number = 1");

        var error = await Assert.ThrowsAsync<StorageFaultException>(() => MigrateAsync("changed.db"));

        Assert.Contains("0001_initial.sql", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_writes_ahead_and_syncs_every_commit()
    {
        await MigrateAsync("durable.db");
        await using var database = Open("durable.db");
        await database.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);

        Assert.Equal("wal", Ask(database, "PRAGMA journal_mode"));
        Assert.Equal(2L, Ask(database, "PRAGMA synchronous"));
    }

    private static object? Ask(StationDatabase database, string sql)
    {
        using var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private Task MigrateAsync(string name) =>
        new Migrator(new Factory(() => Open(name)), TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync(TestContext.Current.CancellationToken);

    private StationDatabase Open(string name) => new(new DbContextOptionsBuilder<StationDatabase>()
        .UseSqlite($"Data Source={Path.Combine(_folder, name)}")
        .AddInterceptors(new DurableConnection())
        .Options);

    private object Scalar(string name, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, name)}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }

    private void Run(string name, string sql) => Scalar(name, sql + "; SELECT 1");

    /// <summary>Every table, column (type, nullability, key place), index and foreign key as sorted lines.</summary>
    private List<string> Describe(string name)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, name)}");
        connection.Open();
        var lines = new List<string>();
        foreach (var table in Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
        {
            lines.AddRange(Rows(connection, $"SELECT name || ' ' || type || ' notnull=' || \"notnull\" || ' key=' || pk FROM pragma_table_info('{table}')").Select(line => $"{table} column {line}"));
            lines.AddRange(Rows(connection, $"SELECT i.name || ' unique=' || i.\"unique\" || ' ' || (SELECT group_concat(c.name) FROM pragma_index_info(i.name) c) FROM pragma_index_list('{table}') i").Select(line => $"{table} index {line}"));
            lines.AddRange(Rows(connection, $"SELECT \"from\" || ' -> ' || \"table\" || '.' || \"to\" || ' ' || on_delete FROM pragma_foreign_key_list('{table}')").Select(line => $"{table} foreign key {line}"));
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private static List<string> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private sealed class Factory(Func<StationDatabase> open) : IDbContextFactory<StationDatabase>
    {
        public StationDatabase CreateDbContext() => open();
    }
}
