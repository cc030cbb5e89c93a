namespace Gateway.Cloud.Station.Storage.Rows;

/// <summary>One stranger alert: the newest word of a compound about one unknown face.</summary>
internal sealed class StrangerAlertRow
{
    public long Id { get; set; }

    public required string Compound { get; set; }

    /// <summary>The compound's rotating id of the unknown person; unique within the compound.</summary>
    public required string Stranger { get; set; }

    public required string Journal { get; set; }

    /// <summary>Sequence of the newest event about this stranger.</summary>
    public required long Sequence { get; set; }

    public required string Gate { get; set; }

    public required string GateZh { get; set; }

    public required string GateEn { get; set; }

    public required string ReasonZh { get; set; }

    public required string ReasonEn { get; set; }

    public required int Sightings { get; set; }

    public required DateTimeOffset FirstSeen { get; set; }

    public required DateTimeOffset LastSeen { get; set; }

    /// <summary>SHA-256 of the best portrait; null when the gateway had none.</summary>
    public string? Portrait { get; set; }

    /// <summary>Which of the sightings gave the portrait, from 1; null when there is none.</summary>
    public int? PortraitSighting { get; set; }

    /// <summary>Rises over all alerts with every change of one; live pages count by it.</summary>
    public required long Revision { get; set; }

    /// <summary>Who took note of the alert; null while it is open.</summary>
    public string? AcknowledgedBy { get; set; }

    public DateTimeOffset? AcknowledgedAt { get; set; }
}
