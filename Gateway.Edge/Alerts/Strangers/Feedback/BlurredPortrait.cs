using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;

namespace Gateway.Edge.Alerts.Strangers.Feedback;

/// <summary>A portrait in so few squares that nobody can be told by it. What is left out never leaves the gateway.</summary>
internal static class BlurredPortrait
{
    /// <summary>Squares on a side: light and clothes can be guessed, a face cannot.</summary>
    public const int Squares = 6;

    private const int SquarePixels = 16;
    private const int JpegQuality = 70;

    /// <summary>The blurred picture as JPEG; null where the portrait cannot be read.</summary>
    public static byte[]? Of(ReadOnlySpan<byte> jpeg)
    {
        try
        {
            return JpegCodec.Encode(Blur(JpegCodec.Decode(jpeg)), JpegQuality);
        }
        catch (JpegException)
        {
            return null;
        }
    }

    private static BgrImage Blur(BgrImage image)
    {
        const int Side = Squares * SquarePixels;
        var pixels = new byte[Side * Side * 3];
        for (var row = 0; row < Squares; row++)
        {
            for (var column = 0; column < Squares; column++)
            {
                Fill(pixels, row, column, Mean(image, row, column));
            }
        }

        return new BgrImage(pixels, Side, Side);
    }

    private static (byte Blue, byte Green, byte Red) Mean(BgrImage image, int row, int column)
    {
        var (top, left) = (row * image.Height / Squares, column * image.Width / Squares);
        var (bottom, right) = (Math.Max((row + 1) * image.Height / Squares, top + 1), Math.Max((column + 1) * image.Width / Squares, left + 1));
        long blue = 0, green = 0, red = 0;
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                var pixel = image.Span.Slice((y * image.Stride) + (x * 3), 3);
                (blue, green, red) = (blue + pixel[0], green + pixel[1], red + pixel[2]);
            }
        }

        var count = (bottom - top) * (right - left);
        return ((byte)(blue / count), (byte)(green / count), (byte)(red / count));
    }

    private static void Fill(byte[] pixels, int row, int column, (byte Blue, byte Green, byte Red) colour)
    {
        for (var y = row * SquarePixels; y < (row + 1) * SquarePixels; y++)
        {
            for (var x = column * SquarePixels; x < (column + 1) * SquarePixels; x++)
            {
                var at = ((y * Squares * SquarePixels) + x) * 3;
                (pixels[at], pixels[at + 1], pixels[at + 2]) = colour;
            }
        }
    }
}
