using Gateway.Cloud.Contract.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Journal;

/// <summary>
/// An open record file with the end of its chain. One thread at a time: the writer's, under its lock. After a failed commit the
/// session is thrown away and another one reads the end anew, so that memory never runs ahead of the disk.
/// </summary>
internal sealed class JournalSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly RecordInsert _insert;
    private readonly RecordHasher _hasher = new();

    private JournalSession(SqliteConnection connection, Guid journalId)
    {
        _connection = connection;
        JournalId = journalId;
        _insert = new RecordInsert(connection);
        (LastSequence, LastHash) = JournalEnd.Read(connection);
    }

    /// <summary>The journal's id.</summary>
    public Guid JournalId { get; }

    /// <summary>Highest sequence on disk.</summary>
    public long LastSequence { get; private set; }

    /// <summary>Hash of that record.</summary>
    public ReadOnlyMemory<byte> LastHash { get; private set; }

    /// <summary>Opens the file, making it where there is none.</summary>
    /// <exception cref="SqliteException">The file cannot be opened or is damaged.</exception>
    /// <exception cref="JournalUnavailableException">The file is of another format.</exception>
    public static JournalSession Open(string file, int maximumMegabytes, Func<Guid> newId)
    {
        var connection = JournalConnections.OpenForWriting(file, maximumMegabytes);
        try
        {
            JournalSchema.CreateWhereAbsent(connection, newId());
            DirectorySync.Flush(Path.GetDirectoryName(file)!);
            return new JournalSession(connection, JournalEnd.ReadId(connection, file));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Makes all of the appends durable in one transaction, or none of them.</summary>
    /// <exception cref="SqliteException">The disk is full, faulty, or the file is damaged; throw the session away.</exception>
    public void Append(List<PendingAppend> batch)
    {
        var sequence = LastSequence;
        var hash = LastHash;
        // A lone insert commits by itself: two statements fewer.
        var grouped = batch.Count > 1;
        if (grouped)
        {
            _insert.Begin();
        }

        foreach (var pending in batch)
        {
            var record = Next(pending, ++sequence, hash);
            hash = record.Hash;
            pending.Record = record;
            _insert.Insert(record);
        }

        if (grouped)
        {
            _insert.Commit();
        }

        (LastSequence, LastHash) = (sequence, hash);
    }

    /// <summary>Removes receipted records, oldest first, at most <paramref name="limit"/>; the hash before the first kept record stays as the anchor.</summary>
    public int Trim(long receiptedThrough, int limit)
    {
        using var transaction = _connection.BeginTransaction();
        var removed = JournalTrim.Remove(_connection, Math.Min(receiptedThrough, LastSequence), limit);
        transaction.Commit();
        return removed;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }

    private JournalRecord Next(PendingAppend pending, long sequence, ReadOnlyMemory<byte> previous)
    {
        var entry = pending.Entry;
        var record = new JournalRecord(
            sequence, pending.Id, pending.Time, pending.Monotonic, entry.Kind, entry.Priority, entry.Device, entry.Data, entry.Media, previous, default);
        return record with { Hash = _hasher.Hash(record) };
    }
}
