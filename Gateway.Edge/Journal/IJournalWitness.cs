namespace Gateway.Edge.Journal;

/// <summary>Told by the writer's thread how each batch ended, before its callers are.</summary>
internal interface IJournalWitness
{
    /// <summary>A batch is on disk.</summary>
    void Durable(JournalSession session);

    /// <summary>A batch failed; returns the error for its callers.</summary>
    JournalUnavailableException Failed(int records, Exception error);
}
