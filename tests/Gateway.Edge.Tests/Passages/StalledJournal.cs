using System.Collections.Concurrent;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Tests.Passages;

/// <summary>A real journal whose disk answers when the test says so.</summary>
internal sealed class StalledJournal(IJournal journal, Task released) : IJournal
{
    private readonly ConcurrentQueue<string> _handed = new();

    /// <summary>Appends handed in so far.</summary>
    public int Waiting => _handed.Count;

    /// <summary>The devices of what was handed in so far, in that order.</summary>
    public IReadOnlyList<string> Handed => [.. _handed];

    public Guid JournalId => journal.JournalId;

    public long LastSequence => journal.LastSequence;

    public async ValueTask<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        _handed.Enqueue(entry.Device);
        await released;
        return await journal.AppendAsync(entry, cancellationToken);
    }
}
