using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Pixels;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Tests.Perception.Plates.Tracking;

/// <summary>Plates and pictures for tests of the tracking.</summary>
internal static class Readings
{
    private static readonly Lazy<BgrImage> Rest = new(static () => Paint(0, 0, 0, 320, 180));

    public static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset At(double seconds) => Start + TimeSpan.FromSeconds(seconds);

    public static PlateNumber Number(string text) =>
        PlateNumber.TryParse(text, out var number) ? number : throw new ArgumentException($"{text} is no plate.", nameof(text));

    /// <summary>A box about a centre with a plate's proportions.</summary>
    public static PixelBox Box(float x, float y, float width) => new(x - (width / 2), y - (width / 6), width, width / 3);

    /// <summary>
    /// The box of a plate so many metres before the usual camera, a metre beside and above it, in a picture of 1280 x 720: further down and
    /// aside the nearer it is.
    /// </summary>
    public static PixelBox Ahead(double metres) =>
        Box((float)(640 + (1.95 * 1280 / metres)), (float)(150 + (1.95 * 1280 / metres)), (float)(1.95 * 1280 * 0.44 / metres));

    public static PlateReading Of(string? text, PixelBox box, float confidence = 0.95f) => text is null
        ? new PlateReading(box, null, PlateColour.Unknown, false, 0, [])
        : new PlateReading(box, Number(text), PlateColour.Blue, false, confidence, [.. text.Select(value => new PlateCharacter(value, confidence, '\0'))]);

    /// <summary>A picture of seeded noise blocks, shifted by fractions of a pixel to the right and down, brighter by <paramref name="light"/>.</summary>
    public static BgrImage Scene(double shiftX = 0, double shiftY = 0, int light = 0) =>
        shiftX == 0 && shiftY == 0 && light == 0
            ? new BgrImage([.. Rest.Value.Pixels], Rest.Value.Width, Rest.Value.Height)
            : Paint(shiftX, shiftY, light, Rest.Value.Width, Rest.Value.Height);

    /// <summary>A picture of 1280 x 720, grey but for a textured place that is shifted by fractions of a pixel.</summary>
    public static BgrImage Wide(PixelBox place, double shiftX = 0, double shiftY = 0)
    {
        var image = new BgrImage(new byte[1280 * 720 * 3], 1280, 720);
        for (var y = Math.Max(0, (int)place.Y - 20); y < Math.Min(720, place.Bottom + 20); y++)
        {
            for (var x = Math.Max(0, (int)place.X - 20); x < Math.Min(1280, place.Right + 20); x++)
            {
                image.Pixels.AsSpan(((y * 1280) + x) * 3, 3).Fill((byte)Texture(x - shiftX, y - shiftY));
            }
        }

        return image;
    }

    private static BgrImage Paint(double shiftX, double shiftY, int light, int width, int height)
    {
        var pixels = new byte[width * height * 3];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var value = (byte)Math.Clamp(light + Texture(x - shiftX, y - shiftY), 0, 255);
                pixels.AsSpan(((y * width) + x) * 3, 3).Fill(value);
            }
        }

        return new BgrImage(pixels, width, height);
    }

    private static double Texture(double x, double y) =>
        110 + (50 * Math.Sin(x * 0.55) * Math.Cos(y * 0.7)) + (30 * Math.Sin((x * 0.21) + (y * 0.33)));
}
