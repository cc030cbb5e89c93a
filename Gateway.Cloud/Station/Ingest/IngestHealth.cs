namespace Gateway.Cloud.Station.Ingest;

/// <summary>Whether events are being stored, in words. Written by the ingest loop, read by pages and the health endpoint.</summary>
internal sealed class IngestHealth
{
    // Written by the ingest loop alone; each is one reference or number that readers take whole.
    private volatile string? _fault;
    private volatile string? _mediaFault;
    private long _stored;
    private long _duplicates;
    private long _quarantined;
    private long _chainFaults;

    /// <summary>Why nothing can be stored right now; null when all is well.</summary>
    public string? Fault => _fault;

    /// <summary>Why portraits cannot be stored right now, while events can; null when all is well.</summary>
    public string? MediaFault => _mediaFault;

    /// <summary>Breaks seen since the start between the hashes of neighbouring events: an event was altered after it was chained.</summary>
    public long ChainFaults => Interlocked.Read(ref _chainFaults);

    /// <summary>False while something cannot be stored, and after a broken chain until the next start.</summary>
    public bool IsWell => _fault is null && _mediaFault is null && ChainFaults == 0;

    public long Stored => Interlocked.Read(ref _stored);

    public long Duplicates => Interlocked.Read(ref _duplicates);

    public long Quarantined => Interlocked.Read(ref _quarantined);

    public void Failed(string fault) => _fault = fault;

    public void Committed(BatchOutcome outcome)
    {
        Interlocked.Add(ref _stored, outcome.NewEvents);
        Interlocked.Add(ref _duplicates, outcome.Duplicates);
        Interlocked.Add(ref _quarantined, outcome.Quarantined);
        Interlocked.Add(ref _chainFaults, outcome.ChainFaults.Count);
        if (outcome.MediaFault is not null || outcome.Media.Count > 0)
        {
            _mediaFault = outcome.MediaFault;
        }

        _fault = null;
    }
}
