using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Journal;

/// <summary>
/// A registry's file: one change at a time, all of it with its journal records or nothing, flushed to disk. Memory follows the disk under
/// the same lock, and the journal gets its records from the file's outbox, now or after the next start. Safe for use by several threads.
/// </summary>
/// <param name="connection">The file; owned from here on.</param>
/// <param name="journal">Where records go.</param>
/// <param name="damage">What was found damaged at start, until the journal has it.</param>
internal abstract class OutboxDatabase<TChange>(SqliteConnection connection, IJournal journal, JournalEntry? damage) : IDisposable
    where TChange : OutboxChange
{
    // Guards the connection. Held by one change or read at a time.
    private readonly SemaphoreSlim _gate = new(1, 1);

    // Owned by whoever holds the lock.
    private JournalEntry? _damage = damage;

    /// <summary>Changes the file, then memory.</summary>
    /// <param name="write">Writes in a transaction; what it throws undoes it.</param>
    /// <param name="remember">Follows in memory, still under the lock; must not fail.</param>
    /// <param name="cancellationToken">Gives up while waiting for the lock; never in between.</param>
    public async Task<T> ChangeAsync<T>(Func<TChange, T> write, Action<T>? remember, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            T result;
            bool told;
            using (var transaction = connection.BeginTransaction())
            {
                var inside = Begin(connection);
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

    /// <summary>One change under way.</summary>
    protected abstract TChange Begin(SqliteConnection file);

    /// <summary>What a row of the outbox becomes in the journal.</summary>
    protected abstract JournalEntry EntryOf(byte[] data, IReadOnlyList<MediaReference> media);

    /// <summary>Told when the journal takes no records; they are kept in the outbox.</summary>
    protected abstract void TellRecordsWait(JournalUnavailableException error);

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
                await journal.AppendAsync(record.Entry, CancellationToken.None);
                connection.Execute("DELETE FROM outbox WHERE number = $number", ("$number", record.Number));
            }
        }
        catch (JournalUnavailableException error)
        {
            // Kept in the outbox: the next change or start passes it on.
            TellRecordsWait(error);
        }
    }

    private (long Number, JournalEntry Entry)? Next()
    {
        using var command = connection.Prepare("SELECT number, data, media FROM outbox ORDER BY number LIMIT 1");
        using var rows = command.ExecuteReader();
        return rows.Read()
            ? (rows.GetInt64(0), EntryOf(rows.GetFieldValue<byte[]>(1), rows.IsDBNull(2) ? [] : JsonSerializer.Deserialize<MediaReference[]>(rows.GetString(2)) ?? []))
            : null;
    }
}
