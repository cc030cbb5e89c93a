using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Plans;

/// <summary>
/// <c>plan.db</c> below the data directory, which nobody but the gateway's user may read: plans, their pictures and the places on them in one
/// file, so that a picture and what stands on it change together or not at all. Safe for several threads.
/// </summary>
internal sealed class PlanDatabase(SqliteConnection connection) : IDisposable
{
    // What is deleted is overwritten: a plan tells where the cameras stand.
    private const string Schema = """
        PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;
        CREATE TABLE IF NOT EXISTS plan(id TEXT PRIMARY KEY, rank INTEGER NOT NULL, name TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS picture(
            id TEXT PRIMARY KEY, plan TEXT NOT NULL REFERENCES plan(id) ON DELETE CASCADE, at TEXT NOT NULL, is_earlier INTEGER NOT NULL,
            width INTEGER NOT NULL, height INTEGER NOT NULL, jpeg BLOB NOT NULL, UNIQUE(plan, is_earlier));
        CREATE TABLE IF NOT EXISTS place(
            device TEXT PRIMARY KEY, plan TEXT NOT NULL REFERENCES plan(id) ON DELETE CASCADE, x REAL NOT NULL, y REAL NOT NULL,
            name_zh TEXT NOT NULL, name_en TEXT NOT NULL) WITHOUT ROWID;
        """;

    private readonly Lock _gate = new();

    /// <summary>False where the file cannot be used: what is changed lasts until the next stop.</summary>
    public bool IsKept { get; } = connection.DataSource is { Length: > 0 } and not ":memory:";

    public static PlanDatabase Open(string dataDirectory, ILogger<PlanDatabase> logger) =>
        new(SmallDatabase.Open(Path.Combine(Path.GetFullPath(dataDirectory), "plan.db"), Schema, logger));

    /// <summary>Reads rows.</summary>
    public IReadOnlyList<T> Read<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        lock (_gate)
        {
            var rows = new List<T>();
            using var command = connection.Prepare(sql, parameters);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add(row(reader));
            }

            return rows;
        }
    }

    /// <summary>Writes all of it durably, or nothing.</summary>
    /// <exception cref="SqliteException">It could not be written.</exception>
    public void Write(Action<SqliteConnection> write)
    {
        lock (_gate)
        {
            using var transaction = connection.BeginTransaction();
            write(connection);
            transaction.Commit();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();
}
