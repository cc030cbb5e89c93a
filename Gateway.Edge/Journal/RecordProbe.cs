using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Journal;

/// <summary>Reads what is left of a damaged record file, record by record where it must.</summary>
internal sealed class RecordProbe : IDisposable
{
    private const int Chunk = 200;

    // Where the end of the table cannot be found either: how many unreadable sequences in a row mean that nothing follows.
    private const int GiveUpAfter = 20_000;

    private readonly RecordHasher _hasher = new();
    private readonly SqliteConnection _connection;

    public RecordProbe(string file) => _connection = JournalConnections.OpenOnce(file);

    /// <summary>The first sequence that could not be read or did not match its hash; null so far.</summary>
    public long? FirstUnreadable { get; private set; }

    /// <summary>How many there were so far.</summary>
    public long Unreadable { get; private set; }

    /// <summary>The journal's id and its receipted watermark; null and 0 where they cannot be read.</summary>
    public (Guid? Id, long ReceiptedThrough) ReadIdentity(string file)
    {
        try
        {
            return (JournalEnd.ReadId(_connection, file), _connection.Scalar<long>("SELECT receipted_through FROM journal"));
        }
        catch (Exception error) when (JournalFaults.IsExpected(error))
        {
            return (null, 0);
        }
    }

    /// <summary>The first sequence after a cursor that cannot be read; null when all that is left can.</summary>
    public static long? FirstAfter(string file, long after)
    {
        try
        {
            using var probe = new RecordProbe(file);
            return probe.IntactAfter(after).Select(_ => probe.FirstUnreadable).Append(null).FirstOrDefault(found => found is not null)
                ?? probe.FirstUnreadable;
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>The intact records after a cursor, ascending.</summary>
    public IEnumerable<JournalRecord> IntactAfter(long after)
    {
        var last = FindLast();
        var sinceReadable = 0;
        while (last is null ? sinceReadable < GiveUpAfter : after < last)
        {
            var until = Math.Min(after + Chunk, last ?? long.MaxValue);
            foreach (var record in ReadChunk(after, until))
            {
                sinceReadable = 0;
                yield return record;
            }

            sinceReadable += Chunk;
            after = until;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private IEnumerable<JournalRecord> ReadChunk(long after, long until)
    {
        var limit = (int)(until - after);
        var whole = Try(() => JournalRows.Read(_connection, after, limit));
        for (var sequence = after + 1; sequence <= until; sequence++)
        {
            var record = whole is null
                ? Try(() => JournalRows.Read(_connection, sequence - 1, 1))?.Find(found => found.Sequence == sequence)
                : whole.Find(found => found.Sequence == sequence);
            if (record is not null && _hasher.IsIntact(record))
            {
                yield return record;
            }
            else
            {
                FirstUnreadable ??= sequence;
                Unreadable++;
            }
        }
    }

    // The table's own end, or, where that page is damaged, the ends that the index of priorities knows.
    private long? FindLast() => Attempt("SELECT max(sequence) FROM record")
        ?? Enum.GetValues<EventPriority>()
            .Select(priority => Attempt(
                $"SELECT sequence FROM record INDEXED BY record_by_priority WHERE priority = {(int)priority} ORDER BY sequence DESC LIMIT 1"))
            .Max();

    private long? Attempt(string sql)
    {
        try
        {
            return _connection.Scalar<long?>(sql);
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    private static List<JournalRecord>? Try(Func<List<JournalRecord>> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (JournalFaults.IsDamage(error) || error is SqliteException)
        {
            return null;
        }
    }
}
