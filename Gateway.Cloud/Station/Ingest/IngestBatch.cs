namespace Gateway.Cloud.Station.Ingest;

/// <summary>What one transaction writes.</summary>
internal sealed class IngestBatch
{
    public List<ReceivedEvent> Events { get; } = [];

    public List<ReceivedMedium> Media { get; } = [];

    public List<GatewayStateChange> States { get; } = [];

    public List<ReceivedReply> Replies { get; } = [];

    public List<QuarantinedMessage> Quarantined { get; } = [];

    public bool IsEmpty => Events.Count + Media.Count + States.Count + Replies.Count + Quarantined.Count == 0;

    /// <summary>The same contents as batches of one, to find the one that the database cannot take.</summary>
    public IEnumerable<IngestBatch> Split()
    {
        foreach (var item in Events)
        {
            yield return new IngestBatch { Events = { item } };
        }

        foreach (var item in Media)
        {
            yield return new IngestBatch { Media = { item } };
        }

        foreach (var item in States)
        {
            yield return new IngestBatch { States = { item } };
        }

        foreach (var item in Replies)
        {
            yield return new IngestBatch { Replies = { item } };
        }

        foreach (var item in Quarantined)
        {
            yield return new IngestBatch { Quarantined = { item } };
        }
    }
}
