using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Storage;
using Gateway.Edge.Secrets;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Alerts.Strangers;

/// <summary>
/// The strangers of the window in a small SQLite file. Their embeddings are sealed, and a forgotten stranger's row is overwritten.
/// Safe for use by several threads.
/// </summary>
internal sealed class SqliteStrangerStore : IStrangerStore, IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;
        CREATE TABLE IF NOT EXISTS stranger(
            id TEXT PRIMARY KEY, gate TEXT NOT NULL, name_zh TEXT NOT NULL, name_en TEXT NOT NULL, embedding BLOB NOT NULL,
            sightings INTEGER NOT NULL, first_seen TEXT NOT NULL, last_seen TEXT NOT NULL, portrait_quality REAL NOT NULL) WITHOUT ROWID;
        """;

    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly byte[] _key;
    private readonly ILogger _logger;

    private SqliteStrangerStore(SqliteConnection connection, byte[] key, ILogger logger) =>
        (_connection, _key, _logger) = (connection, key, logger);

    /// <summary>
    /// Opens or makes <c>strangers.db</c> below the data directory. A damaged file is set aside, and one that cannot be used is done
    /// without: it only saves a repeated alert.
    /// </summary>
    /// <exception cref="SecretFaultException">The key file cannot be used.</exception>
    public static SqliteStrangerStore Open(string dataDirectory, ILogger<SqliteStrangerStore> logger)
    {
        var key = KeyFile.LoadOrCreate(Path.Combine(dataDirectory, "keys", "strangers.key"));
        var path = Path.Combine(dataDirectory, "strangers.db");
        try
        {
            return new SqliteStrangerStore(OpenOrSetAside(path, logger), key, logger);
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            StrangersLog.StoreUnusable(logger, path, error);
            return new SqliteStrangerStore(Connect(":memory:"), key, logger);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Stranger> Load()
    {
        lock (_gate)
        {
            using var command = _connection.CreateCommand();
            command.CommandText = "SELECT id, gate, name_zh, name_en, embedding, sightings, first_seen, last_seen, portrait_quality FROM stranger";
            using var reader = command.ExecuteReader();
            var strangers = new List<Stranger>();
            while (reader.Read())
            {
                try
                {
                    strangers.Add(StrangerOf(reader));
                }
                catch (Exception error) when (error is SecretFaultException or FormatException or InvalidCastException)
                {
                    StrangersLog.RowUnreadable(_logger, _connection.DataSource, error);
                }
            }

            return strangers;
        }
    }

    /// <inheritdoc/>
    public void Save(Stranger stranger, IReadOnlyList<Guid> forgotten)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            foreach (var id in forgotten)
            {
                using var delete = _connection.CreateCommand();
                delete.CommandText = "DELETE FROM stranger WHERE id = $id";
                delete.Parameters.AddWithValue("$id", id.ToString());
                delete.ExecuteNonQuery();
            }

            using var save = _connection.CreateCommand();
            save.CommandText = """
                INSERT INTO stranger VALUES ($id, $gate, $zh, $en, $embedding, $sightings, $first, $last, $quality)
                ON CONFLICT(id) DO UPDATE SET embedding = excluded.embedding, sightings = excluded.sightings,
                    last_seen = excluded.last_seen, portrait_quality = excluded.portrait_quality
                """;
            var associated = stranger.Id.ToString();
            save.Parameters.AddWithValue("$id", associated);
            save.Parameters.AddWithValue("$gate", stranger.Gate);
            save.Parameters.AddWithValue("$zh", stranger.GateName.Zh);
            save.Parameters.AddWithValue("$en", stranger.GateName.En);
            save.Parameters.AddWithValue("$embedding", SealedBox.Seal(_key, MemoryMarshal.AsBytes(stranger.Embedding.Span), Encoding.UTF8.GetBytes(associated)));
            save.Parameters.AddWithValue("$sightings", stranger.Sightings);
            save.Parameters.AddWithValue("$first", stranger.FirstSeen.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
            save.Parameters.AddWithValue("$last", stranger.LastSeen.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
            save.Parameters.AddWithValue("$quality", stranger.PortraitQuality);
            save.ExecuteNonQuery();
            transaction.Commit();
        }
    }

    /// <inheritdoc/>
    public void EraseBefore(DateTimeOffset lastSeen)
    {
        lock (_gate)
        {
            // Times are written in UTC with seven decimals, so that their texts sort as they do.
            var erased = _connection.Execute(
                "DELETE FROM stranger WHERE last_seen < $before",
                ("$before", lastSeen.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)));
            if (erased > 0)
            {
                // The log of the database would hold the erased pages until the next checkpoint.
                _connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection.Dispose();
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(_key);
    }

    private Stranger StrangerOf(SqliteDataReader row)
    {
        var id = row.GetString(0);
        var embedding = SealedBox.Open(_key, (byte[])row.GetValue(4), Encoding.UTF8.GetBytes(id));
        return new Stranger(
            Guid.Parse(id),
            row.GetString(1),
            new LocalizedText(row.GetString(2), row.GetString(3)),
            MemoryMarshal.Cast<byte, float>(embedding).ToArray(),
            row.GetInt32(5),
            DateTimeOffset.Parse(row.GetString(6), CultureInfo.InvariantCulture),
            DateTimeOffset.Parse(row.GetString(7), CultureInfo.InvariantCulture),
            row.GetFloat(8));
    }

    private static SqliteConnection OpenOrSetAside(string path, ILogger logger)
    {
        try
        {
            PrivateFiles.Touch(path);
            return Connect(path);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is Corrupt or NotADatabase)
        {
            var aside = path + ".damaged";
            StrangersLog.StoreSetAside(logger, path, aside, error);
            File.Move(path, aside, overwrite: true);
            File.Delete(path + "-wal");
            File.Delete(path + "-shm");
            PrivateFiles.Touch(path);
            return Connect(path);
        }
    }

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = Schema;
            command.ExecuteNonQuery();
            // A damaged page may lie where opening does not look.
            return connection.Scalar<string>("PRAGMA quick_check(1)") is { } finding and not "ok" ? throw new SqliteException(finding, Corrupt) : connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
