using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Tests.Buses.Video.Pictures;

/// <summary>Generated pictures of a yard: blocks of many sizes, seen by a sensor with noise. The same seed gives the same yard.</summary>
internal static class Scenes
{
    public const int Width = 640;
    public const int Height = 360;

    /// <summary>A view of the yard.</summary>
    /// <param name="noise">Decides the sensor's noise; another number is another moment.</param>
    /// <param name="left">The camera has turned left by so many pixels.</param>
    /// <param name="up">And up by so many.</param>
    /// <param name="light">Brightness: 1 by day.</param>
    /// <param name="yard">Which yard.</param>
    public static BgrImage Yard(int noise, int left = 0, int up = 0, double light = 1, int yard = 1)
    {
        const int Margin = 200;
        var image = new BgrImage(new byte[Width * Height * 3], Width, Height);
        image.Pixels.AsSpan().Fill((byte)(110 * light));
        var random = new Random(yard);
        for (var i = 0; i < 220; i++)
        {
            var (x, y) = (random.Next(-Margin, Width + Margin) + left, random.Next(-Margin, Height + Margin) + up);
            var (w, h) = (random.Next(8, 90), random.Next(8, 70));
            Fill(image, x, y, w, h, (byte)(random.Next(20, 235) * light), (byte)(random.Next(20, 235) * light), (byte)(random.Next(20, 235) * light));
        }

        return Noisy(image, noise);
    }

    /// <summary>The same value everywhere, with noise.</summary>
    public static BgrImage Even(byte value, int noise)
    {
        var image = new BgrImage(new byte[Width * Height * 3], Width, Height);
        image.Pixels.AsSpan().Fill(value);
        return Noisy(image, noise);
    }

    /// <summary>Seen through a lens that is out of focus: a mean over a square of 2 x <paramref name="reach"/> + 1 pixels, and new noise.</summary>
    public static BgrImage Blurred(BgrImage image, int reach, int noise)
    {
        var rows = new byte[image.ByteCount];
        var both = new byte[image.ByteCount];
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                for (var c = 0; c < 3; c++)
                {
                    var sum = 0;
                    for (var i = -reach; i <= reach; i++)
                    {
                        sum += image.Pixels[(y * image.Stride) + (Math.Clamp(x + i, 0, image.Width - 1) * 3) + c];
                    }

                    rows[(y * image.Stride) + (x * 3) + c] = (byte)(sum / ((2 * reach) + 1));
                }
            }
        }

        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Stride; x++)
            {
                var sum = 0;
                for (var i = -reach; i <= reach; i++)
                {
                    sum += rows[(Math.Clamp(y + i, 0, image.Height - 1) * image.Stride) + x];
                }

                both[(y * image.Stride) + x] = (byte)(sum / ((2 * reach) + 1));
            }
        }

        return Noisy(new BgrImage(both, image.Width, image.Height), noise);
    }

    /// <summary>Draws a block, as of a car that has parked there.</summary>
    public static void Fill(BgrImage image, int left, int top, int width, int height, byte blue, byte green, byte red)
    {
        for (var y = Math.Max(0, top); y < Math.Min(image.Height, top + height); y++)
        {
            for (var x = Math.Max(0, left); x < Math.Min(image.Width, left + width); x++)
            {
                var at = (y * image.Stride) + (x * 3);
                (image.Pixels[at], image.Pixels[at + 1], image.Pixels[at + 2]) = (blue, green, red);
            }
        }
    }

    private static BgrImage Noisy(BgrImage image, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < image.ByteCount; i++)
        {
            image.Pixels[i] = (byte)Math.Clamp(image.Pixels[i] + random.Next(-3, 4), 0, 255);
        }

        return image;
    }
}
