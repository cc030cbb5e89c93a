using Gateway.Drivers.Buses.Video;

namespace Gateway.Edge.Perception.Pixels;

/// <summary>Draws simple figures into a picture. What lies outside of it is not drawn. Not thread-safe.</summary>
internal sealed class Sketch(BgrImage image)
{
    /// <summary>The longest line that is drawn, in pixels: a path that runs away does not run for ever.</summary>
    private const int Longest = 10_000;

    /// <summary>The drawing.</summary>
    public BgrImage Image => image;

    /// <summary>Draws upon a copy of a grey frame.</summary>
    public static Sketch Over(ReadOnlySpan<byte> luma, int width, int height)
    {
        var pixels = new byte[luma.Length * 3];
        for (var index = 0; index < luma.Length; index++)
        {
            pixels.AsSpan(index * 3, 3).Fill(luma[index]);
        }

        return new Sketch(new BgrImage(pixels, width, height));
    }

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
    public void Line((double X, double Y) from, (double X, double Y) to, Ink ink) =>
        Along(from, to, 1, (x, y) => Pixel((int)Math.Round(x), (int)Math.Round(y), ink));

    /// <summary>A line of twice a radius, with round ends.</summary>
    public void Stroke((double X, double Y) from, (double X, double Y) to, double radius, Ink ink) =>
        Along(from, to, 2, (x, y) => Disc((x, y), radius, ink));

    /// <summary>What lies within a radius of a centre.</summary>
    public void Disc((double X, double Y) centre, double radius, Ink ink) => Fill(centre, radius, distance => distance <= radius, ink);

    /// <summary>A ring, twice as thick as told.</summary>
    public void Circle((double X, double Y) centre, double radius, double thickness, Ink ink) =>
        Fill(centre, radius + thickness, distance => Math.Abs(distance - radius) <= thickness, ink);

    private static void Along((double X, double Y) from, (double X, double Y) to, int stepsPerPixel, Action<double, double> draw)
    {
        var length = Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y));
        if (!(length <= Longest))
        {
            return;
        }

        var steps = Math.Max(1, (int)Math.Ceiling(stepsPerPixel * length));
        for (var step = 0; step <= steps; step++)
        {
            var share = (double)step / steps;
            draw(double.Lerp(from.X, to.X, share), double.Lerp(from.Y, to.Y, share));
        }
    }

    private void Fill((double X, double Y) centre, double reach, Func<double, bool> inside, Ink ink)
    {
        var (left, right) = ((int)Math.Max(0, Math.Floor(centre.X - reach)), (int)Math.Min(image.Width - 1, Math.Ceiling(centre.X + reach)));
        var (top, bottom) = ((int)Math.Max(0, Math.Floor(centre.Y - reach)), (int)Math.Min(image.Height - 1, Math.Ceiling(centre.Y + reach)));
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                if (inside(double.Hypot(x - centre.X, y - centre.Y)))
                {
                    Pixel(x, y, ink);
                }
            }
        }
    }

    private void Pixel(int x, int y, Ink ink)
    {
        if (x >= 0 && y >= 0 && x < image.Width && y < image.Height)
        {
            var pixel = image.Pixels.AsSpan((y * image.Stride) + (x * 3), 3);
            (pixel[0], pixel[1], pixel[2]) = (ink.Blue, ink.Green, ink.Red);
        }
    }
}
