using Gateway.Drivers.Buses.Video;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>Draws simple figures into a picture; what lies outside of it is left out.</summary>
internal sealed class Canvas(BgrImage image)
{
    public void Disc((double X, double Y) centre, double radius, Colour colour) =>
        Fill(centre, radius, distance => distance <= radius, colour);

    public void Circle((double X, double Y) centre, double radius, double thickness, Colour colour) =>
        Fill(centre, radius + thickness, distance => Math.Abs(distance - radius) <= thickness, colour);

    public void Line((double X, double Y) from, (double X, double Y) to, double radius, Colour colour)
    {
        var steps = Math.Min(10_000, Math.Max(1, (int)Math.Ceiling(2 * Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)))));
        for (var step = 0; step <= steps; step++)
        {
            var part = (double)step / steps;
            Disc((from.X + (part * (to.X - from.X)), from.Y + (part * (to.Y - from.Y))), radius, colour);
        }
    }

    private void Fill((double X, double Y) centre, double reach, Func<double, bool> inside, Colour colour)
    {
        var (left, right) = ((int)Math.Max(0, Math.Floor(centre.X - reach)), (int)Math.Min(image.Width - 1, Math.Ceiling(centre.X + reach)));
        var (top, bottom) = ((int)Math.Max(0, Math.Floor(centre.Y - reach)), (int)Math.Min(image.Height - 1, Math.Ceiling(centre.Y + reach)));
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                if (inside(double.Hypot(x - centre.X, y - centre.Y)))
                {
                    var at = (y * image.Stride) + (x * 3);
                    (image.Pixels[at], image.Pixels[at + 1], image.Pixels[at + 2]) = (colour.Blue, colour.Green, colour.Red);
                }
            }
        }
    }
}
