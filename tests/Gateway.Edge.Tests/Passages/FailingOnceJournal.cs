using Gateway.Edge.Journal;

namespace Gateway.Edge.Tests.Passages;

/// <summary>A real journal whose first append fails in a way that no contract names.</summary>
internal sealed class FailingOnceJournal(IJournal journal) : IJournal
{
    private int _appends;

    public Guid JournalId => journal.JournalId;

    public long LastSequence => journal.LastSequence;

    public ValueTask<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellationToken) =>
        Interlocked.Increment(ref _appends) == 1
            ? throw new InvalidOperationException("Nobody foresaw this.")
            : journal.AppendAsync(entry, cancellationToken);
}
