using System.Numerics;
using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Perception.Plates.Synthetic;

/// <summary>Rain before the camera and on its lens.</summary>
internal static class RainEffect
{
    /// <param name="image">Changed.</param>
    /// <param name="unit">Width of the plate, pixels: streaks and drops are as large beside it as they would be.</param>
    /// <param name="random">Decides all.</param>
    public static void Apply(BgrImage image, float unit, SeededRandom random)
    {
        PictureEffects.Defocus(image, unit * (float)random.Between(0.003, 0.008));
        PictureEffects.Gain(image, (float)random.Between(0.55, 0.75), (float)random.Between(25, 45));
        var area = image.Width * image.Height / (unit * unit);
        for (var streaks = (int)(area * random.Between(25, 60)); streaks > 0; streaks--)
        {
            Streak(image, unit, random);
        }

        for (var drops = Math.Max(1, (int)(area * random.Between(0.2, 0.8))); drops > 0; drops--)
        {
            Drop(image, Place(image, random), unit * (float)random.Between(0.04, 0.1));
        }
    }

    private static Vector2 Place(BgrImage image, SeededRandom random) => new((float)random.Unit() * image.Width, (float)random.Unit() * image.Height);

    private static void Streak(BgrImage image, float unit, SeededRandom random)
    {
        var (at, length, light) = (Place(image, random), unit * random.Between(0.05, 0.16), (float)random.Between(0.12, 0.35));
        for (var i = 0; i < length; i++)
        {
            var (x, y) = ((int)(at.X + (i * 0.12f)), (int)at.Y + i);
            if ((uint)x < (uint)image.Width && (uint)y < (uint)image.Height)
            {
                foreach (ref var value in image.Pixels.AsSpan(((y * image.Width) + x) * 3, 3))
                {
                    value = (byte)(value + ((225 - value) * light));
                }
            }
        }
    }

    /// <summary>A drop shows what is around it, upside down and small.</summary>
    private static void Drop(BgrImage image, Vector2 centre, float radius)
    {
        var source = image.Span.ToArray();
        for (var y = Math.Max(0, (int)(centre.Y - radius)); y < Math.Min(image.Height, centre.Y + radius); y++)
        {
            for (var x = Math.Max(0, (int)(centre.X - radius)); x < Math.Min(image.Width, centre.X + radius); x++)
            {
                var off = new Vector2(x, y) - centre;
                var inside = off.Length() / radius;
                if (inside < 1)
                {
                    var from = Vector2.Clamp(centre - (off * 2.5f), Vector2.Zero, new Vector2(image.Width - 1, image.Height - 1));
                    var (to, of) = (((y * image.Width) + x) * 3, (((int)from.Y * image.Width) + (int)from.X) * 3);
                    var share = Math.Min(1, (1 - inside) * 4);
                    for (var channel = 0; channel < 3; channel++)
                    {
                        image.Pixels[to + channel] = (byte)((source[to + channel] * (1 - share)) + (share * Math.Min(255, (source[of + channel] * 0.9f) + 18)));
                    }
                }
            }
        }
    }
}
