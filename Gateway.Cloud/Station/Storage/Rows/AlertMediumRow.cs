namespace Gateway.Cloud.Station.Storage.Rows;

/// <summary>One medium of one alert.</summary>
internal sealed class AlertMediumRow
{
    public required long Alert { get; set; }

    public required string Sha256 { get; set; }

    /// <summary>What it shows: <c>portrait</c>, <c>still</c>, <c>clip</c>.</summary>
    public required string Role { get; set; }

    /// <summary>Order within the alert; of portraits only the highest is kept.</summary>
    public required long Rank { get; set; }
}
