namespace Gateway.Cloud.Station.Storage.Rows;

/// <summary>A message from the broker that could not be taken, with the reason. The oldest rows make room for new ones.</summary>
internal sealed class QuarantineRow
{
    public long Id { get; set; }

    public required DateTimeOffset Received { get; set; }

    public required string Topic { get; set; }

    public required string Reason { get; set; }

    /// <summary>Size of the whole payload in bytes.</summary>
    public required long Size { get; set; }

    /// <summary>The first bytes of the payload.</summary>
    public required byte[] Excerpt { get; set; }
}
