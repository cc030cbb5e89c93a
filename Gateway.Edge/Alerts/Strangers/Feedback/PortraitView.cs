using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;

namespace Gateway.Edge.Alerts.Strangers.Feedback;

/// <summary>What a portrait tells about its camera.</summary>
/// <param name="Luma">Mean brightness around the face, 0..255.</param>
/// <param name="FaceHeight">Height of the face in pixels; a portrait is a face with half its height above and below.</param>
public sealed record PortraitView(int Luma, int FaceHeight)
{
    /// <summary>Below this a face is hard to tell apart; the gate itself refuses below 35 (<c>Faces:MinBrightness</c>).</summary>
    private const int DarkBelow = 70;

    /// <summary>Above this skin has no detail left; the gate itself refuses above 225 (<c>Faces:MaxBrightness</c>).</summary>
    private const int BrightAbove = 195;

    /// <summary>As small as an enrolment photo may not be (<c>Faces:MinEnrolmentFaceHeight</c>).</summary>
    private const int SmallBelow = 96;

    public bool IsDark => Luma < DarkBelow;

    public bool IsBright => Luma > BrightAbove;

    public bool IsSmall => FaceHeight < SmallBelow;

    /// <summary>Measures a portrait; null where it cannot be read.</summary>
    public static PortraitView? Of(ReadOnlySpan<byte> jpeg)
    {
        try
        {
            var image = JpegCodec.Decode(jpeg);
            return new PortraitView(CentreLuma(image), image.Height / 2);
        }
        catch (JpegException)
        {
            return null;
        }
    }

    private static int CentreLuma(BgrImage image)
    {
        long sum = 0;
        var count = 0;
        for (var y = image.Height / 4; y < Math.Max(image.Height * 3 / 4, (image.Height / 4) + 1); y++)
        {
            for (var x = image.Width / 4; x < Math.Max(image.Width * 3 / 4, (image.Width / 4) + 1); x++)
            {
                var pixel = image.Span.Slice((y * image.Stride) + (x * 3), 3);
                // ITU-R BT.601.
                sum += ((114 * pixel[0]) + (587 * pixel[1]) + (299 * pixel[2])) / 1000;
                count++;
            }
        }

        return (int)(sum / count);
    }
}
