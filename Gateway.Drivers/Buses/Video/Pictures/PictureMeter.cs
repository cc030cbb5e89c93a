namespace Gateway.Drivers.Buses.Video.Pictures;

/// <summary>Measures pictures. Allocates on the first picture of a size and never after. Not thread-safe.</summary>
internal sealed class PictureMeter
{
    private const int DarkBelow = 24;
    private const int BrightAbove = 249;

    /// <summary>Most cameras code white as 235, some as 255 (ITU-R BT.601), and nobody says which.</summary>
    private const int CodedBrightAbove = 233;

    /// <summary>A block of this many pixels a side of the small picture is 5 % of its width.</summary>
    private const int Block = 6;

    /// <summary>Least difference between the lightest and the darkest pixel of a block that shows an edge; averaged sensor noise stays below.</summary>
    private const int Edge = 8;

    private byte[] _grey = [];

    /// <summary>The last picture, small.</summary>
    public GreyPicture Small { get; } = new();

    public PictureMeasures Measure(BgrImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var count = image.Width * image.Height;
        if (_grey.Length != count)
        {
            _grey = new byte[count];
        }

        Luma.Of(image.Span, _grey);
        return Measure(_grey, image.Width, image.Height, BrightAbove);
    }

    /// <summary>The same for luma as a camera codes it.</summary>
    public PictureMeasures Measure(ReadOnlySpan<byte> luma, int width, int height) => Measure(luma, width, height, CodedBrightAbove);

    private PictureMeasures Measure(ReadOnlySpan<byte> grey, int width, int height, int white)
    {
        Small.Shrink(grey, width, height);
        var (mean, contrast, dark, bright) = Tones(Small.Pixels, white);
        return new PictureMeasures(mean, contrast, dark, bright, Sharpness.LaplacianVariance(grey, width, height), TextureOf(Small));
    }

    private static (double Mean, double Contrast, double Dark, double Bright) Tones(ReadOnlySpan<byte> grey, int white)
    {
        long sum = 0;
        long squares = 0;
        var (dark, bright) = (0, 0);
        foreach (var value in grey)
        {
            sum += value;
            squares += value * value;
            dark += value < DarkBelow ? 1 : 0;
            bright += value > white ? 1 : 0;
        }

        double count = grey.Length;
        var mean = sum / count;
        return (mean, Math.Sqrt(Math.Max(0, (squares / count) - (mean * mean))), dark / count, bright / count);
    }

    private static double TextureOf(GreyPicture picture)
    {
        var (textured, blocks) = (0, 0);
        for (var top = 0; top + Block <= GreyPicture.Height; top += Block)
        {
            for (var left = 0; left + Block <= GreyPicture.Width; left += Block)
            {
                blocks++;
                textured += HasEdge(picture.Pixels, (top * GreyPicture.Width) + left) ? 1 : 0;
            }
        }

        return (double)textured / blocks;
    }

    private static bool HasEdge(byte[] pixels, int corner)
    {
        var (low, high) = (255, 0);
        for (var y = 0; y < Block; y++)
        {
            foreach (var value in pixels.AsSpan(corner + (y * GreyPicture.Width), Block))
            {
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
            }
        }

        return high - low >= Edge;
    }
}
