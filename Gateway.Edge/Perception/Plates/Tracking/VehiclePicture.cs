using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates.Tracking;

/// <summary>Cuts the front or rear of a vehicle out of a frame, by its plate: what the guard and the record need, and no more of the street.</summary>
internal static class VehiclePicture
{
    /// <summary>Plate widths to the left and to the right of its centre; a car is about four plates wide.</summary>
    private const float Aside = 2.6f;

    /// <summary>Plate widths above its centre: up to the roof.</summary>
    private const float Above = 3.4f;

    /// <summary>Plate widths below it.</summary>
    private const float Below = 1.2f;

    private const int JpegQuality = 85;

    /// <summary>The cut as JPEG.</summary>
    public static byte[] Encode(BgrImage image, PixelBox plate)
    {
        var left = Math.Clamp((int)(plate.CentreX - (Aside * plate.Width)), 0, image.Width - 1);
        var top = Math.Clamp((int)(plate.CentreY - (Above * plate.Width)), 0, image.Height - 1);
        var right = Math.Clamp((int)(plate.CentreX + (Aside * plate.Width)), left + 1, image.Width);
        var bottom = Math.Clamp((int)(plate.CentreY + (Below * plate.Width)), top + 1, image.Height);
        return JpegCodec.Encode(image, new ImageRegion(left, top, right - left, bottom - top), JpegQuality);
    }

    /// <summary>Where no plate tells where the vehicle is: the part of the picture in which vehicles are, as JPEG.</summary>
    /// <param name="image">The frame.</param>
    /// <param name="part">Fractions of the picture, 0 to 1; null for all of it.</param>
    public static byte[] EncodePart(BgrImage image, PixelBox? part)
    {
        if (part is not { } share)
        {
            return JpegCodec.Encode(image, JpegQuality);
        }

        var left = Math.Clamp((int)(share.X * image.Width), 0, image.Width - 1);
        var top = Math.Clamp((int)(share.Y * image.Height), 0, image.Height - 1);
        var right = Math.Clamp((int)MathF.Round(share.Right * image.Width), left + 1, image.Width);
        var bottom = Math.Clamp((int)MathF.Round(share.Bottom * image.Height), top + 1, image.Height);
        return JpegCodec.Encode(image, new ImageRegion(left, top, right - left, bottom - top), JpegQuality);
    }
}
