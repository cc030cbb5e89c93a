using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Patrols;

/// <summary>
/// <c>upkeep.db</c> below the data directory: tickets, the last patrol's report and availability. Safe for several threads; a write that
/// fails is logged and lives on in memory, where its owners keep what they need.
/// </summary>
internal sealed class UpkeepDatabase(SqliteConnection connection, ILogger logger) : IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;
        CREATE TABLE IF NOT EXISTS ticket(id INTEGER PRIMARY KEY, device TEXT NOT NULL, code TEXT NOT NULL, data TEXT NOT NULL, UNIQUE(device, code));
        CREATE TABLE IF NOT EXISTS patrol(started TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS availability(
            device TEXT NOT NULL, day TEXT NOT NULL, hour INTEGER NOT NULL, observed REAL NOT NULL, working REAL NOT NULL, drops INTEGER NOT NULL,
            PRIMARY KEY(device, day, hour)) WITHOUT ROWID;
        """;

    private readonly Lock _gate = new();

    public static UpkeepDatabase Open(string dataDirectory, ILogger<UpkeepDatabase> logger) =>
        new(SmallDatabase.Open(Path.Combine(Path.GetFullPath(dataDirectory), "upkeep.db"), Schema, logger), logger);

    /// <summary>Reads rows; one that cannot be read is logged and left out.</summary>
    public IReadOnlyList<T> Read<T>(string what, string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        lock (_gate)
        {
            var rows = new List<T>();
            using var command = connection.Prepare(sql, parameters);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                try
                {
                    rows.Add(row(reader));
                }
                catch (Exception error) when (error is System.Text.Json.JsonException or FormatException or InvalidCastException)
                {
                    PatrolsLog.Unreadable(logger, what, connection.DataSource, error);
                }
            }

            return rows;
        }
    }

    /// <summary>Writes all of it or nothing.</summary>
    /// <returns>False when it could not be written; that has been logged.</returns>
    public bool Write(string what, Action<SqliteConnection> write)
    {
        lock (_gate)
        {
            try
            {
                using var transaction = connection.BeginTransaction();
                write(connection);
                transaction.Commit();
                return true;
            }
            catch (SqliteException error)
            {
                PatrolsLog.NotStored(logger, what, connection.DataSource, error);
                return false;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();
}
