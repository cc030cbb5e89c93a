namespace Gateway.Drivers.Buses.Video.Jpeg;

/// <summary>What a picture may claim before a single pixel of it is decoded.</summary>
/// <param name="MaxBytes">Longest file.</param>
/// <param name="MaxSide">Longest declared side in pixels.</param>
/// <param name="MaxPixels">
/// Most declared pixels. A progressive picture costs about three bytes of coefficients a pixel whatever the scale it is decoded at,
/// so the default of 50 million (a telephone's full resolution) bounds that at about 150 MB.
/// </param>
public sealed record JpegLimits(int MaxBytes = 24 * 1024 * 1024, int MaxSide = 16_384, int MaxPixels = 50_000_000)
{
    /// <summary>The defaults.</summary>
    public static JpegLimits Default { get; } = new();
}
