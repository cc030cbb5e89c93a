using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Faces.Detection;

/// <summary>
/// Looks for faces in a single photograph, where there is time for a second try: first the whole picture; if that shows none, the picture with
/// as much room around it again (a face filling its picture is larger than the detector knows), then four overlapping tiles.
/// </summary>
internal static class StillSearch
{
    private const float TileShare = 0.625f;

    /// <summary>Fills <paramref name="found"/>; returns the number of faces.</summary>
    public static int Find(FaceReader reader, BgrImage image, float threshold, Span<FaceBox> found)
    {
        var whole = new PixelBox(0, 0, image.Width, image.Height);
        var count = reader.Find(image, whole, threshold, found);
        if (count > 0)
        {
            return count;
        }

        count = reader.Find(image, Room(whole), threshold, found);
        for (var tile = 0; tile < 4 && count == 0; tile++)
        {
            var (width, height) = (image.Width * TileShare, image.Height * TileShare);
            var part = new PixelBox((tile & 1) * (image.Width - width), (tile >> 1) * (image.Height - height), width, height);
            count = reader.Find(image, part, threshold, found);
        }

        return count;
    }

    /// <summary>The face that the picture is about: the largest.</summary>
    public static FaceBox Subject(ReadOnlySpan<FaceBox> faces)
    {
        var main = faces[0];
        foreach (var face in faces)
        {
            main = face.Box.Area > main.Box.Area ? face : main;
        }

        return main;
    }

    /// <summary>Grown to the detector's 4:3 without squeezing, half as large again.</summary>
    private static PixelBox Room(PixelBox whole)
    {
        var height = Math.Max(whole.Height, whole.Width * 3 / 4) * 1.5f;
        var width = height * 4 / 3;
        return new PixelBox(whole.CentreX - (width / 2), whole.CentreY - (height / 2), width, height);
    }
}
