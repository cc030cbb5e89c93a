using Gateway.Cloud.Contract.Storage;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Journal;

/// <summary>Opens the record file for its one writer, and for readers of this or another process.</summary>
internal static class JournalConnections
{
    private const int PageSize = 4096;
    private const int BusySeconds = 10;

    /// <summary>The writing connection: write-ahead log, every commit flushed to disk.</summary>
    /// <exception cref="SqliteException">The file cannot be opened or is damaged.</exception>
    public static SqliteConnection OpenForWriting(string file, int maximumMegabytes)
    {
        PrivateFiles.CreateDirectory(Path.GetDirectoryName(file)!);
        PrivateFiles.Touch(file);
        var connection = Open(StringOf(file, SqliteOpenMode.ReadWrite, pooling: false));
        try
        {
            connection.Execute($"PRAGMA page_size = {PageSize}");
            connection.Execute("PRAGMA journal_mode = WAL");
            connection.Execute("PRAGMA synchronous = FULL");
            // Twice SQLite's default: checkpoints cost two flushes, and a log that wraps overwrites blocks that the disk already has.
            connection.Execute("PRAGMA wal_autocheckpoint = 2000");
            connection.Execute($"PRAGMA max_page_count = {(long)maximumMegabytes * 1024 * 1024 / PageSize}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A reading connection, from the pool of this process.</summary>
    /// <exception cref="SqliteException">The file cannot be opened or is damaged.</exception>
    public static SqliteConnection OpenForReading(string file) => Open(ReadingString(file));

    /// <summary>A reading connection that is not pooled: for a file that may be renamed, or of another process.</summary>
    /// <exception cref="SqliteException">The file cannot be opened or is damaged.</exception>
    public static SqliteConnection OpenOnce(string file) => Open(StringOf(file, SqliteOpenMode.ReadOnly, pooling: false));

    /// <summary>Names the pool of reading connections.</summary>
    public static string ReadingString(string file) => StringOf(file, SqliteOpenMode.ReadOnly, pooling: true);

    private static string StringOf(string file, SqliteOpenMode mode, bool pooling) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = mode,
        Pooling = pooling,
        DefaultTimeout = BusySeconds,
    }.ToString();

    private static SqliteConnection Open(string settings)
    {
        var connection = new SqliteConnection(settings);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
