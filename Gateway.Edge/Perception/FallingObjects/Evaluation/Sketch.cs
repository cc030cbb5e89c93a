using Gateway.Drivers.Buses.Video;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>A grey frame to draw upon. What lies outside of it is not drawn.</summary>
internal sealed class Sketch
{
    /// <summary>The longest line that is drawn, in pixels: a path that runs away does not run for ever.</summary>
    private const int Longest = 10_000;

    /// <summary>Takes a copy of the frame.</summary>
    public Sketch(ReadOnlySpan<byte> luma, int width, int height)
    {
        var pixels = new byte[luma.Length * 3];
        for (var index = 0; index < luma.Length; index++)
        {
            pixels.AsSpan(index * 3, 3).Fill(luma[index]);
        }

        Image = new BgrImage(pixels, width, height);
    }

    /// <summary>The drawing.</summary>
    public BgrImage Image { get; }

    /// <summary>A box around a centre, one pixel thick.</summary>
    public void Box(double x, double y, double width, double height, Ink ink)
    {
        var (left, right, top, bottom) = (x - (width / 2), x + (width / 2), y - (height / 2), y + (height / 2));
        Line((left, top), (right, top), ink);
        Line((left, bottom), (right, bottom), ink);
        Line((left, top), (left, bottom), ink);
        Line((right, top), (right, bottom), ink);
    }

    /// <summary>A dot of 3 x 3 pixels without its corners.</summary>
    public void Dot(double x, double y, Ink ink)
    {
        Line((x - 1, y), (x + 1, y), ink);
        Line((x, y - 1), (x, y + 1), ink);
    }

    /// <summary>A line of one pixel.</summary>
    public void Line((double X, double Y) from, (double X, double Y) to, Ink ink)
    {
        var length = Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y));
        if (!(length <= Longest))
        {
            return;
        }

        var steps = Math.Max(1, (int)Math.Ceiling(length));
        for (var step = 0; step <= steps; step++)
        {
            var share = (double)step / steps;
            Pixel((int)Math.Round(double.Lerp(from.X, to.X, share)), (int)Math.Round(double.Lerp(from.Y, to.Y, share)), ink);
        }
    }

    private void Pixel(int x, int y, Ink ink)
    {
        if (x >= 0 && y >= 0 && x < Image.Width && y < Image.Height)
        {
            var pixel = Image.Pixels.AsSpan((y * Image.Stride) + (x * 3), 3);
            (pixel[0], pixel[1], pixel[2]) = (ink.Blue, ink.Green, ink.Red);
        }
    }
}
