using Gateway.Cloud.Contract.Events;

namespace Gateway.Cloud.Station.Storage.Rows;

/// <summary>One stored event, exactly as its gateway recorded it.</summary>
internal sealed class EventRow
{
    /// <summary>Order of commit at this station; what live pages count by.</summary>
    public long Id { get; set; }

    public required string Compound { get; set; }

    public required string Journal { get; set; }

    /// <summary>Sequence in the gateway's journal, from 1.</summary>
    public required long Sequence { get; set; }

    /// <summary>CloudEvents source; unique together with <see cref="EventId"/>.</summary>
    public required string Source { get; set; }

    public required string EventId { get; set; }

    public required string Kind { get; set; }

    public required string Device { get; set; }

    /// <summary>Wall time at the gateway.</summary>
    public required DateTimeOffset Time { get; set; }

    /// <summary>Wall time of the commit here.</summary>
    public required DateTimeOffset Received { get; set; }

    public required EventPriority Priority { get; set; }

    public required string PreviousHash { get; set; }

    public required string Hash { get; set; }

    /// <summary>The kind's data as JSON, as it arrived.</summary>
    public required string Data { get; set; }
}
