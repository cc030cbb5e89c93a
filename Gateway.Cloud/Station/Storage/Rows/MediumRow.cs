namespace Gateway.Cloud.Station.Storage.Rows;

/// <summary>A medium that a compound's events name or that has arrived from it; its bytes lie encrypted in the vault.</summary>
internal sealed class MediumRow
{
    public required string Compound { get; set; }

    /// <summary>Lower-case hex SHA-256 of the plain bytes.</summary>
    public required string Sha256 { get; set; }

    public required string ContentType { get; set; }

    /// <summary>Plain length in bytes.</summary>
    public required long Length { get; set; }

    /// <summary>When this station first heard of the medium.</summary>
    public required DateTimeOffset Announced { get; set; }

    /// <summary>When the whole medium was stored; null while it is missing.</summary>
    public DateTimeOffset? Stored { get; set; }
}
