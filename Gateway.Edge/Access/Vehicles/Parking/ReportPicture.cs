using Gateway.Drivers.Buses.Video.Jpeg;

namespace Gateway.Edge.Access.Vehicles.Parking;

/// <summary>Pictures of reports: drawn anew, so that nothing of what a phone writes into its pictures is kept, and no larger than needed.</summary>
internal static class ReportPicture
{
    /// <summary>Largest picture that is taken, in bytes.</summary>
    public const int LargestBytes = 4 * 1024 * 1024;

    private const int WantedSide = 1280;
    private const int Quality = 80;

    /// <summary>The picture upright and bare; null when it cannot be read.</summary>
    public static byte[]? Clean(byte[] jpeg)
    {
        if (jpeg.Length is 0 or > LargestBytes)
        {
            return null;
        }

        try
        {
            return JpegCodec.Encode(JpegCodec.DecodeUpright(jpeg, WantedSide), Quality);
        }
        catch (JpegException)
        {
            return null;
        }
    }
}
