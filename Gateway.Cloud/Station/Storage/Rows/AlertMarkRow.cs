namespace Gateway.Cloud.Station.Storage.Rows;

/// <summary>Audit: one officer acknowledged an alert or reopened it.</summary>
internal sealed class AlertMarkRow
{
    public long Id { get; set; }

    public required DateTimeOffset Time { get; set; }

    /// <summary>Log-in name of the officer.</summary>
    public required string Officer { get; set; }

    public required long Alert { get; set; }

    /// <summary>True when it was acknowledged, false when it was reopened.</summary>
    public required bool Acknowledged { get; set; }

    /// <summary>Network address the officer came from.</summary>
    public required string Address { get; set; }
}
