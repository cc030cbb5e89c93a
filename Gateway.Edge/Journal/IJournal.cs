namespace Gateway.Edge.Journal;

/// <summary>Appends to the log. Safe for use by several threads; concurrent appends share one fsync.</summary>
internal interface IJournal
{
    /// <summary>Identifies this log: made with it, never reused. Sequences count within one journal id.</summary>
    Guid JournalId { get; }

    /// <summary>Highest durable sequence; 0 while empty.</summary>
    long LastSequence { get; }

    /// <summary>Completes when the record is on disk. Records keep the order in which this was called.</summary>
    /// <exception cref="JournalUnavailableException">The record could not be made durable.</exception>
    ValueTask<JournalRecord> AppendAsync(JournalEntry entry, CancellationToken cancellationToken);
}
