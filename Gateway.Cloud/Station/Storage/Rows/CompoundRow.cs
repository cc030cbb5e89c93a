namespace Gateway.Cloud.Station.Storage.Rows;

/// <summary>A compound that this station has heard of, and what its gateway last said about itself.</summary>
internal sealed class CompoundRow
{
    public required string Id { get; set; }

    public required bool Online { get; set; }

    /// <summary>Since when the gateway has been in this state.</summary>
    public required DateTimeOffset Since { get; set; }

    /// <summary>Id of the journal that the gateway writes, as it said when it came online.</summary>
    public string? Journal { get; set; }

    /// <summary>Highest sequence of that journal when the gateway came online.</summary>
    public long? LastSequence { get; set; }

    /// <summary>When the last new event was committed here; null before the first.</summary>
    public DateTimeOffset? LastEvent { get; set; }
}
