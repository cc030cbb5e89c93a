using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Gateway.Edge.Journal;

/// <summary>
/// The one hot statement, prepared once and bound without boxing. Used by the writer's thread only.
/// </summary>
internal sealed class RecordInsert : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _insert;
    private readonly sqlite3_stmt _begin;
    private readonly sqlite3_stmt _commit;

    public RecordInsert(SqliteConnection connection)
    {
        _database = connection.Handle ?? throw new ArgumentException("The connection is not open.", nameof(connection));
        _insert = Compile("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        _begin = Compile("BEGIN IMMEDIATE");
        _commit = Compile("COMMIT");
    }

    /// <summary>Begins a transaction; without one every insert commits by itself.</summary>
    public void Begin() => Step(_begin);

    /// <summary>Commits: returns once the disk has it.</summary>
    public void Commit() => Step(_commit);

    /// <summary>Inserts one record.</summary>
    /// <exception cref="SqliteException">The disk is full, faulty, or the file is damaged.</exception>
    public void Insert(JournalRecord record)
    {
        Span<byte> id = stackalloc byte[16];
        record.Id.TryWriteBytes(id, bigEndian: true, out _);
        raw.sqlite3_bind_int64(_insert, 1, record.Sequence);
        raw.sqlite3_bind_blob(_insert, 2, id);
        raw.sqlite3_bind_int64(_insert, 3, record.Time.UtcTicks);
        raw.sqlite3_bind_int64(_insert, 4, record.Monotonic);
        raw.sqlite3_bind_text(_insert, 5, record.Kind);
        raw.sqlite3_bind_int(_insert, 6, (int)record.Priority);
        raw.sqlite3_bind_text(_insert, 7, record.Device);
        raw.sqlite3_bind_blob(_insert, 8, record.Data.Span);
        if (MediaColumn.Write(record.Media) is { } media)
        {
            raw.sqlite3_bind_blob(_insert, 9, media);
        }
        else
        {
            raw.sqlite3_bind_null(_insert, 9);
        }

        raw.sqlite3_bind_blob(_insert, 10, record.PreviousHash.Span);
        raw.sqlite3_bind_blob(_insert, 11, record.Hash.Span);
        Step(_insert);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _insert.Dispose();
        _begin.Dispose();
        _commit.Dispose();
    }

    private sqlite3_stmt Compile(string sql)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, sql, out var statement), _database);
        return statement;
    }

    private void Step(sqlite3_stmt statement)
    {
        var result = raw.sqlite3_step(statement);
        if (result != raw.SQLITE_DONE)
        {
            try
            {
                SqliteException.ThrowExceptionForRC(result, _database);
            }
            finally
            {
                raw.sqlite3_reset(statement);
            }
        }

        raw.sqlite3_reset(statement);
    }
}
