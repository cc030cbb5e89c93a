namespace Gateway.Edge.Journal;

/// <summary>An entry on its way to the disk, stamped when it was handed in. Its task continues on the thread pool, never on the writer's thread.</summary>
internal sealed class PendingAppend(JournalEntry entry, Guid id, DateTimeOffset time, long monotonic)
    : TaskCompletionSource<JournalRecord>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public JournalEntry Entry { get; } = entry;

    public Guid Id { get; } = id;

    public DateTimeOffset Time { get; } = time;

    /// <summary>Raised by the writer's thread where two callers were queued in the other order than stamped.</summary>
    public long Monotonic { get; set; } = monotonic;

    /// <summary>The record this becomes; set and read by the writer's thread only, until the task completes.</summary>
    public JournalRecord? Record { get; set; }
}
