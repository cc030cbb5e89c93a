using Gateway.Edge.Journal;

namespace Gateway.Edge.Tests.Passages;

/// <summary>A real journal whose disk answers when the test says so.</summary>
internal sealed class StalledJournal(IJournal journal, Task released) : IJournal
{
    private int _waiting;

    /// <summary>Appends handed in so far.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public Guid JournalId => journal.JournalId;

    public long LastSequence => journal.LastSequence;

    public async ValueTask<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        await released;
        return await journal.AppendAsync(entry, cancellationToken);
    }
}
