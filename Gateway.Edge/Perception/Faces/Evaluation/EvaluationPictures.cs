using Gateway.Drivers.Buses.Video;

namespace Gateway.Edge.Perception.Faces.Evaluation;

/// <summary>Prepares the pictures of test collections.</summary>
internal static class EvaluationPictures
{
    /// <summary>Share of its side that a tight crop is padded by on every side, as the collections ask for.</summary>
    private const double Padding = 0.4;

    /// <summary>Mid grey: a neutral border that no detector takes for part of a face.</summary>
    private const byte Border = 127;

    /// <summary>True for collections of crops so tight that a detector made for whole scenes needs room around them.</summary>
    public static bool IsTight(string file, string set)
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(file)) ?? "";
        return set == "hard" || folder.StartsWith("nuaa_", StringComparison.Ordinal) || folder.StartsWith("bbt_", StringComparison.Ordinal);
    }

    /// <summary>The picture with a border of 40 % of its sides.</summary>
    public static BgrImage Pad(BgrImage image)
    {
        var (left, top) = ((int)(image.Width * Padding), (int)(image.Height * Padding));
        var (width, height) = (image.Width + (2 * left), image.Height + (2 * top));
        var pixels = new byte[width * height * 3];
        Array.Fill(pixels, Border);
        for (var row = 0; row < image.Height; row++)
        {
            image.Span.Slice(row * image.Stride, image.Stride).CopyTo(pixels.AsSpan((((top + row) * width) + left) * 3));
        }

        return new BgrImage(pixels, width, height);
    }
}
