using System.Data;
using Gateway.Cloud.Contract.Storage;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Digest.Storage;

/// <summary>The digest's file: where records of a sort lie, and how many there were on each day. Everything in it can be made again from the journal.</summary>
internal static class DigestSchema
{
    /// <summary>A file of another number is made again.</summary>
    public const int Format = 1;

    // Days are numbered as DateOnly.DayNumber does, in the compound's time.
    // Indexes hold the row's sequence too: SQLite appends the key of the row to every entry.
    private const string Tables = """
        CREATE TABLE digest (
          only INTEGER PRIMARY KEY CHECK (only = 1),
          journal BLOB NOT NULL,
          zone TEXT NOT NULL,
          through INTEGER NOT NULL,
          newest INTEGER NOT NULL,
          counts_from INTEGER NOT NULL) STRICT;
        CREATE TABLE sort (
          id INTEGER PRIMARY KEY,
          kind TEXT NOT NULL, device TEXT NOT NULL, code TEXT NOT NULL, method TEXT NOT NULL, tag TEXT NOT NULL,
          UNIQUE (kind, device, code, method, tag)) STRICT;
        CREATE TABLE event (sequence INTEGER PRIMARY KEY, sort INTEGER NOT NULL) STRICT;
        CREATE INDEX event_by_sort ON event (sort);
        CREATE TABLE plate (sequence INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
        CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE mention (person INTEGER NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (person, sequence)) STRICT, WITHOUT ROWID;
        CREATE TABLE day_count (day INTEGER NOT NULL, sort INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (day, sort)) STRICT, WITHOUT ROWID;
        CREATE TABLE hour_count (day INTEGER NOT NULL, hour INTEGER NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (day, hour)) STRICT, WITHOUT ROWID;
        CREATE TABLE energy (
          day INTEGER NOT NULL, device TEXT NOT NULL, outlet TEXT NOT NULL, watt_hours REAL NOT NULL,
          PRIMARY KEY (day, device, outlet)) STRICT, WITHOUT ROWID;
        CREATE TABLE meter (device TEXT NOT NULL, outlet TEXT NOT NULL, watt_hours REAL NOT NULL, PRIMARY KEY (device, outlet)) STRICT, WITHOUT ROWID;
        CREATE TABLE alert (
          kind TEXT NOT NULL, incident TEXT NOT NULL, day INTEGER NOT NULL, at INTEGER NOT NULL, acknowledged INTEGER,
          PRIMARY KEY (kind, incident)) STRICT, WITHOUT ROWID;
        CREATE INDEX alert_by_day ON alert (day);
        """;

    /// <summary>Opens the file for writing and makes what is absent; one that is damaged or of another format is deleted and begun anew.</summary>
    /// <exception cref="SqliteException">It cannot be used, and not for what is in it.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static SqliteConnection Open(string file)
    {
        PrivateFiles.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            return OpenSound(file);
        }
        catch (SqliteException error) when (error.IsDamage())
        {
            Delete(file);
            return OpenSound(file);
        }
    }

    /// <summary>A connection that only reads, from the pool.</summary>
    public static SqliteConnection OpenForReading(string file)
    {
        var connection = new SqliteConnection(ReadingString(file));
        connection.Open();
        return connection;
    }

    /// <summary>Closes the reading connections that wait in the pool.</summary>
    public static void ClosePool(string file)
    {
        using var pooled = new SqliteConnection(ReadingString(file));
        SqliteConnection.ClearPool(pooled);
    }

    /// <summary>Removes the file: the next opening makes it again.</summary>
    public static void Delete(string file)
    {
        ClosePool(file);
        foreach (var suffix in new[] { "-wal", "-shm", "" })
        {
            File.Delete(file + suffix);
        }
    }

    private static string ReadingString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = true }.ToString();

    private static SqliteConnection OpenSound(string file)
    {
        PrivateFiles.Touch(file);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        try
        {
            connection.Open();
            // What a power cut loses is read from the journal again.
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA cache_size = -16000");
            if (connection.Scalar<string>("PRAGMA quick_check(1)") is { } finding and not "ok")
            {
                throw new SqliteException(finding, SqliteShorthand.Corrupt);
            }

            Make(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Make(SqliteConnection connection)
    {
        var format = connection.Scalar<long>("PRAGMA user_version");
        if (format == Format)
        {
            return;
        }

        if (format != 0)
        {
            throw new SqliteException($"The digest has format {format}.", SqliteShorthand.Corrupt);
        }

        using var transaction = connection.BeginTransaction(IsolationLevel.Serializable);
        connection.Execute(Tables);
        connection.Execute($"PRAGMA user_version = {Format}");
        transaction.Commit();
    }
}
