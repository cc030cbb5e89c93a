using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Storage;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Uplink;

/// <summary>
/// What must survive a restart: the receipted cursor, the media outbox and the refused records. A small SQLite file (WAL,
/// synchronous=FULL). Losing it costs duplicates, never an event: the journal has them all. Owned by the pump.
/// </summary>
internal sealed class UplinkStore : IDisposable
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private const string Schema = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        CREATE TABLE IF NOT EXISTS cursor (journal TEXT PRIMARY KEY, receipted INTEGER NOT NULL, media_through INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS media (
            id INTEGER PRIMARY KEY AUTOINCREMENT, sha256 TEXT NOT NULL UNIQUE, journal TEXT NOT NULL, sequence INTEGER NOT NULL,
            content_type TEXT NOT NULL, length INTEGER NOT NULL, role TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS refused (journal TEXT, sequence INTEGER, reason TEXT NOT NULL, PRIMARY KEY (journal, sequence)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS given_up (sha256 TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID;
        """;

    private readonly SqliteConnection _connection;
    private readonly string _journal;

    private UplinkStore(SqliteConnection connection, Guid journal)
    {
        _connection = connection;
        Journal = journal;
        _journal = journal.ToString();
        Run(Schema);
        Run("INSERT OR IGNORE INTO cursor VALUES ($journal, 0, 0)", ("$journal", _journal));
        CountMedia();
    }

    /// <summary>Opens or creates the file; a damaged one is put aside under the name returned in <paramref name="damaged"/>.</summary>
    public static UplinkStore Open(string path, Guid journal, out string? damaged)
    {
        damaged = null;
        var full = Path.GetFullPath(path);
        PrivateFiles.CreateDirectory(Path.GetDirectoryName(full)!);
        try
        {
            return Connect(full, journal);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is Corrupt or NotADatabase)
        {
            damaged = full + ".damaged";
            File.Move(full, damaged, overwrite: true);
            File.Delete(full + "-wal");
            File.Delete(full + "-shm");
            return Connect(full, journal);
        }
    }

    /// <summary>The journal that the cursor counts in.</summary>
    public Guid Journal { get; }

    public long Receipted => Number("SELECT receipted FROM cursor WHERE journal = $journal", ("$journal", _journal));

    /// <summary>Media of records up to here are in the outbox, or have been.</summary>
    public long MediaThrough => Number("SELECT media_through FROM cursor WHERE journal = $journal", ("$journal", _journal));

    /// <summary>Media in the outbox; counted after every change, so that reading it is cheap.</summary>
    public long MediaPending { get; private set; }

    /// <summary>The station has everything up to <paramref name="watermark"/>, and these media.</summary>
    public void SaveReceipt(long watermark, IReadOnlyCollection<string> media)
    {
        using var transaction = _connection.BeginTransaction();
        Run("UPDATE cursor SET receipted = max(receipted, $watermark) WHERE journal = $journal", ("$watermark", watermark), ("$journal", _journal));
        foreach (var sha256 in media)
        {
            Run("DELETE FROM media WHERE sha256 = $sha256", ("$sha256", sha256));
        }

        transaction.Commit();
        CountMedia();
    }

    /// <summary>Puts media into the outbox before their event goes out.</summary>
    public void AddMedia(IReadOnlyCollection<(long Sequence, MediaReference Media)> media, long through)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var (sequence, medium) in media)
        {
            Run(
                "INSERT OR IGNORE INTO media (sha256, journal, sequence, content_type, length, role) VALUES ($sha256, $journal, $sequence, $type, $length, $role)",
                ("$sha256", medium.Sha256), ("$journal", _journal), ("$sequence", sequence), ("$type", medium.ContentType), ("$length", medium.Length), ("$role", medium.Role));
        }

        Run("UPDATE cursor SET media_through = max(media_through, $through) WHERE journal = $journal", ("$through", through), ("$journal", _journal));
        transaction.Commit();
        CountMedia();
    }

    /// <summary>The first medium after <paramref name="after"/> whose event has been sent; null when there is none.</summary>
    public OutboxMedium? NextMedium(long after, long sentThrough) => Medium(
        "SELECT id, sha256, content_type, length, role FROM media WHERE id > $after AND (journal <> $journal OR sequence <= $through) ORDER BY id LIMIT 1",
        ("$after", after), ("$journal", _journal), ("$through", sentThrough));

    public OutboxMedium? FindMedium(string sha256) => Medium(
        "SELECT id, sha256, content_type, length, role FROM media WHERE sha256 = $sha256", ("$sha256", sha256));

    public void DeleteMedium(string sha256)
    {
        Run("DELETE FROM media WHERE sha256 = $sha256", ("$sha256", sha256));
        CountMedia();
    }

    /// <summary>Takes a medium out of the outbox for good, because the broker never takes it.</summary>
    public void GiveUpMedium(string sha256, string reason)
    {
        using var transaction = _connection.BeginTransaction();
        Run("INSERT OR REPLACE INTO given_up VALUES ($sha256, $reason)", ("$sha256", sha256), ("$reason", reason));
        Run("DELETE FROM media WHERE sha256 = $sha256", ("$sha256", sha256));
        transaction.Commit();
        CountMedia();
    }

    public bool IsGivenUp(string sha256) => Number("SELECT count(*) FROM given_up WHERE sha256 = $sha256", ("$sha256", sha256)) > 0;

    /// <summary>Notes that the broker refuses a record for good; false when that was known.</summary>
    public bool AddRefused(long sequence, string reason) =>
        Run("INSERT OR IGNORE INTO refused VALUES ($journal, $sequence, $reason)", ("$journal", _journal), ("$sequence", sequence), ("$reason", reason)) > 0;

    public IReadOnlyDictionary<long, string> Refused()
    {
        using var command = Command("SELECT sequence, reason FROM refused WHERE journal = $journal", ("$journal", _journal));
        using var reader = command.ExecuteReader();
        var refused = new Dictionary<long, string>();
        while (reader.Read())
        {
            refused.Add(reader.GetInt64(0), reader.GetString(1));
        }

        return refused;
    }

    public void Dispose() => _connection.Dispose();

    private static UplinkStore Connect(string path, Guid journal)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        try
        {
            PrivateFiles.Touch(path);
            connection.Open();
            RequireSound(connection);
            return new UplinkStore(connection, journal);
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }

    // A damaged page may lie where opening does not look; found later it would fail the pump again and again. The file is small.
    private static void RequireSound(SqliteConnection connection)
    {
        if (connection.Scalar<string>("PRAGMA quick_check(1)") is { } finding and not "ok")
        {
            throw new SqliteException(finding, Corrupt);
        }
    }

    private OutboxMedium? Medium(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new OutboxMedium(reader.GetInt64(0), new MediaReference(reader.GetString(1), reader.GetString(2), reader.GetInt64(3), reader.GetString(4)))
            : null;
    }

    private void CountMedia() => MediaPending = Number("SELECT count(*) FROM media");

    private long Number(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(sql, parameters);
        return (long)command.ExecuteScalar()!;
    }

    private int Run(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this file; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
