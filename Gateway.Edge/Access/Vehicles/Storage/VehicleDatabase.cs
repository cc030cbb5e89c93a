using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Vehicles.Storage;

/// <summary>
/// <c>vehicles.db</c>: one change at a time, all of it with its journal records or nothing, flushed to disk. Memory follows the disk under
/// the same lock, and the journal gets its records from an outbox, now or after the next start. Safe for use by several threads.
/// </summary>
internal sealed class VehicleDatabase(SqliteConnection connection, IJournal journal, ILogger<VehicleDatabase> logger, JournalEntry? damage = null) : IDisposable
{
    // Guards the connection. Held by one change or read at a time.
    private readonly SemaphoreSlim _gate = new(1, 1);

    // What was found damaged at start, until the journal has it. Owned by whoever holds the lock.
    private JournalEntry? _damage = damage;

    /// <summary>Changes the file, then memory.</summary>
    /// <param name="write">Writes in a transaction; what it throws undoes it.</param>
    /// <param name="remember">Follows in memory, still under the lock; must not fail.</param>
    /// <param name="cancellationToken">Gives up while waiting for the lock; never in between.</param>
    public async Task<T> ChangeAsync<T>(Func<VehicleTransaction, T> write, Action<T>? remember, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            T result;
            bool told;
            using (var transaction = connection.BeginTransaction())
            {
                var inside = new VehicleTransaction(connection);
                result = write(inside);
                transaction.Commit();
                told = inside.HasRecords;
            }

            remember?.Invoke(result);
            if (told)
            {
                await PassOnAsync();
            }

            return result;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Reads; what it returns must not depend on the connection any more.</summary>
    public async Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return read(connection);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Gives the journal what a stop or a journal fault left in the outbox.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // A stop may have come between an erasure and that of the write-ahead log.
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            await PassOnAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Moves the write-ahead log into the file and truncates it, after something was erased.</summary>
    public Task EmptyLogAsync(CancellationToken cancellationToken) =>
        ReadAsync(static file => file.Execute("PRAGMA wal_checkpoint(TRUNCATE)"), cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        connection.Dispose();
        _gate.Dispose();
    }

    // Not cancelled with the request: the change is on disk, so its record should be.
    private async Task PassOnAsync()
    {
        try
        {
            if (_damage is not null)
            {
                await journal.AppendAsync(_damage, CancellationToken.None);
                _damage = null;
            }

            while (Next() is { } record)
            {
                await journal.AppendAsync(new JournalEntry(EventKind.Audit, EventPriority.Normal, ActionAudit.Gateway, record.Data, record.Media), CancellationToken.None);
                connection.Execute("DELETE FROM outbox WHERE number = $number", ("$number", record.Number));
            }
        }
        catch (JournalUnavailableException error)
        {
            // Kept in the outbox: the next change or start passes it on.
            VehiclesLog.RecordsWait(logger, error);
        }
    }

    private (long Number, byte[] Data, IReadOnlyList<MediaReference> Media)? Next()
    {
        using var command = connection.Prepare("SELECT number, data, media FROM outbox ORDER BY number LIMIT 1");
        using var rows = command.ExecuteReader();
        return rows.Read()
            ? (rows.GetInt64(0), rows.GetFieldValue<byte[]>(1), rows.IsDBNull(2) ? [] : JsonSerializer.Deserialize<MediaReference[]>(rows.GetString(2)) ?? [])
            : null;
    }
}
