using Gateway.Cloud.Contract.Events;

namespace Gateway.Cloud.Station.Storage.Rows;

/// <summary>One alert: what a compound has said so far about one incident, such as an unknown face or a press of an SOS button.</summary>
internal sealed class AlertRow
{
    public long Id { get; set; }

    public required string Compound { get; set; }

    /// <summary>One of <see cref="EventKind"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>Names the incident; unique within compound and kind. A stranger's rotating id, a press's UUID.</summary>
    public required string Incident { get; set; }

    public required string Journal { get; set; }

    /// <summary>Sequence of the newest event about it.</summary>
    public required long Sequence { get; set; }

    /// <summary>Sequence of the newest call for help of <see cref="Journal"/>; 0 when it holds none.</summary>
    public required long CallSequence { get; set; }

    public required string Device { get; set; }

    public required string DeviceZh { get; set; }

    public required string DeviceEn { get; set; }

    public string? PlaceZh { get; set; }

    public string? PlaceEn { get; set; }

    public required string HeadlineZh { get; set; }

    public required string HeadlineEn { get; set; }

    /// <summary>Of the event that gave the headline; a lighter one does not replace it.</summary>
    public required int Weight { get; set; }

    /// <summary>The most urgent of its events.</summary>
    public required EventPriority Priority { get; set; }

    /// <summary>True while every event of it was a drill's.</summary>
    public required bool Test { get; set; }

    /// <summary>Phase of the newest event of an SOS alert; null for other kinds.</summary>
    public string? Phase { get; set; }

    /// <summary>Sightings of a stranger; calls of an SOS button; things that fell.</summary>
    public required int Count { get; set; }

    public required DateTimeOffset FirstTime { get; set; }

    /// <summary>Of the newest event.</summary>
    public required DateTimeOffset LastTime { get; set; }

    /// <summary>Rises over all alerts with every change of one; live pages count by it.</summary>
    public required long Revision { get; set; }

    /// <summary>Who took note of the alert; null while it is open.</summary>
    public string? AcknowledgedBy { get; set; }

    public DateTimeOffset? AcknowledgedAt { get; set; }

    /// <summary>When the compound confirmed that the lamp at the place shows the acknowledgement; null before.</summary>
    public DateTimeOffset? LampAt { get; set; }
}
