namespace Gateway.Cloud.Station.Storage.Rows;

/// <summary>Audit: one officer was shown one portrait.</summary>
internal sealed class PortraitViewRow
{
    public long Id { get; set; }

    public required DateTimeOffset Time { get; set; }

    /// <summary>Log-in name of the officer.</summary>
    public required string Officer { get; set; }

    public required long Alert { get; set; }

    public required string Sha256 { get; set; }

    /// <summary>Network address the officer came from.</summary>
    public required string Address { get; set; }
}
