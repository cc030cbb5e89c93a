namespace Gateway.Cloud.Station.Ingest;

/// <summary>Whether events are being stored, in words. Written by the ingest loop, read by pages and the health endpoint.</summary>
internal sealed class IngestHealth
{
    // Written by the ingest loop alone; each is one reference or number that readers take whole.
    private volatile string? _fault;
    private long _stored;
    private long _duplicates;
    private long _quarantined;

    /// <summary>Why nothing can be stored right now; null when all is well.</summary>
    public string? Fault => _fault;

    public long Stored => Interlocked.Read(ref _stored);

    public long Duplicates => Interlocked.Read(ref _duplicates);

    public long Quarantined => Interlocked.Read(ref _quarantined);

    public void Failed(string fault) => _fault = fault;

    public void Committed(BatchOutcome outcome)
    {
        Interlocked.Add(ref _stored, outcome.NewEvents);
        Interlocked.Add(ref _duplicates, outcome.Duplicates);
        Interlocked.Add(ref _quarantined, outcome.Quarantined);
        _fault = null;
    }
}
