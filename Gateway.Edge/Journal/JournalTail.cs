using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Journal;

/// <summary>Follows a record file from beside its writer. Not safe for use by several threads.</summary>
internal sealed class JournalTail : IDisposable
{
    private const int Step = 1000;

    private readonly string _file;
    private readonly SqliteConnection _connection;
    private long _after;

    public JournalTail(string file)
    {
        _file = file;
        _connection = JournalConnections.OpenOnce(file);
    }

    /// <summary>Places the cursor so that the newest <paramref name="count"/> records come first.</summary>
    public void StartBeforeLast(int count) => _after = Guard(() => JournalEnd.Read(_connection).Sequence) - count;

    /// <summary>The records since the last call, at most a thousand.</summary>
    /// <exception cref="JournalUnavailableException">The file is damaged there.</exception>
    public IReadOnlyList<JournalRecord> Next()
    {
        var records = Guard(() => JournalRows.Read(_connection, _after, Step));
        _after = records.Count > 0 ? records[^1].Sequence : _after;
        return records;
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (JournalFaults.IsExpected(error))
        {
            throw JournalFaults.Unreadable(_file, _after + 1, error);
        }
    }
}
