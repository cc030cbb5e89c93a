namespace Gateway.Drivers.Buses.Http;

/// <summary>What a multipart body may hold.</summary>
internal static class MultipartLimits
{
    /// <summary>Longest head of one part, in bytes.</summary>
    public const int Head = 8 << 10;

    /// <summary>Longest body of one part, in bytes: a picture of a face terminal or a plate camera.</summary>
    public const int Part = 2 << 20;

    /// <summary>Most parts of one request.</summary>
    public const int Parts = 8;
}
