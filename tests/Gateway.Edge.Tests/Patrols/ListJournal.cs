using Gateway.Edge.Journal;

namespace Gateway.Edge.Tests.Patrols;

/// <summary>Keeps what is appended, or fails as it is told.</summary>
internal sealed class ListJournal : IJournal
{
    private readonly Lock _gate = new();
    private readonly List<JournalEntry> _entries = [];

    public Guid JournalId { get; } = Guid.NewGuid();

    public long LastSequence => Entries.Count;

    public Exception? Fault { get; set; }

    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    public ValueTask<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        if (Fault is { } fault)
        {
            return ValueTask.FromException<JournalRecord>(fault);
        }

        lock (_gate)
        {
            _entries.Add(entry);
            return ValueTask.FromResult(new JournalRecord(
                _entries.Count, Guid.NewGuid(), DateTimeOffset.UnixEpoch, 0, entry.Kind, entry.Priority, entry.Device, entry.Data, entry.Media, default, default));
        }
    }
}
