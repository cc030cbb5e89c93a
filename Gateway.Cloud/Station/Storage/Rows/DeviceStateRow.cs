namespace Gateway.Cloud.Station.Storage.Rows;

/// <summary>The newest word of a compound about one device.</summary>
internal sealed class DeviceStateRow
{
    public required string Compound { get; set; }

    public required string Device { get; set; }

    public required string Kind { get; set; }

    /// <summary>Connecting, Online, Degraded, Offline or Faulty.</summary>
    public required string State { get; set; }

    public required string Code { get; set; }

    public required string ReasonZh { get; set; }

    public required string ReasonEn { get; set; }

    /// <summary>Percent of the day that the device worked, as its gateway tells it; null when it does not.</summary>
    public string? Availability { get; set; }

    /// <summary>Since when it has been in this state.</summary>
    public required DateTimeOffset Since { get; set; }

    /// <summary>Wall time of the newest event.</summary>
    public required DateTimeOffset Time { get; set; }

    public required string Journal { get; set; }

    /// <summary>Sequence of the newest event in its journal.</summary>
    public required long Sequence { get; set; }
}
