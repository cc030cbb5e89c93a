using System.Numerics;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Perception.Plates.Synthetic;

/// <summary>What a camera does to a picture; each effect changes it in place.</summary>
internal static class PictureEffects
{
    /// <summary>Multiplies every value.</summary>
    public static void Gain(BgrImage image, float gain, float lift = 0)
    {
        foreach (ref var value in image.Pixels.AsSpan(0, image.ByteCount))
        {
            value = Byte((value * gain) + lift);
        }
    }

    /// <summary>The sensor's noise, other in every value.</summary>
    public static void Noise(BgrImage image, float deviation, SeededRandom random)
    {
        foreach (ref var value in image.Pixels.AsSpan(0, image.ByteCount))
        {
            // The sum of four draws is nearly normal, with a deviation of 0.577.
            var bits = random.Next();
            var sum = (ushort)bits + (ushort)(bits >> 16) + (ushort)(bits >> 32) + (ushort)(bits >> 48);
            value = Byte(value + (((sum / 65536f) - 2) * (deviation / 0.577f)));
        }
    }

    /// <summary>As in infrared light: no colours.</summary>
    public static void Infrared(BgrImage image)
    {
        for (var at = 0; at < image.ByteCount; at += 3)
        {
            var grey = Byte((0.114f * image.Pixels[at]) + (0.587f * image.Pixels[at + 1]) + (0.299f * image.Pixels[at + 2]));
            image.Pixels.AsSpan(at, 3).Fill(grey);
        }
    }

    /// <summary>A light that blinds: white in its middle, a veil around it.</summary>
    public static void Glare(BgrImage image, Vector2 centre, float radius, float strength)
    {
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                var far = (new Vector2(x, y) - centre).LengthSquared() / (radius * radius);
                var light = strength * 255 / (1 + (far * far) + (2 * far));
                var at = ((y * image.Width) + x) * 3;
                image.Pixels[at] = Byte(image.Pixels[at] + (0.86f * light));
                image.Pixels[at + 1] = Byte(image.Pixels[at + 1] + (0.96f * light));
                image.Pixels[at + 2] = Byte(image.Pixels[at + 2] + light);
            }
        }
    }

    /// <summary>Averages along a line: what moves while the shutter is open.</summary>
    /// <param name="image">Changed.</param>
    /// <param name="way">The motion, pixels.</param>
    public static void Motion(BgrImage image, Vector2 way)
    {
        var steps = Math.Max(2, (int)MathF.Ceiling(way.Length() * 2));
        Average(image, [.. Enumerable.Range(0, steps).Select(i => way * ((i / (steps - 1f)) - 0.5f))]);
    }

    /// <summary>Averages over a disc: a lens out of focus.</summary>
    public static void Defocus(BgrImage image, float radius)
    {
        List<Vector2> disc = [Vector2.Zero];
        for (var ring = 1; ring <= 3; ring++)
        {
            for (var i = 0; i < ring * 6; i++)
            {
                var (sin, cos) = MathF.SinCos(MathF.Tau * i / (ring * 6));
                disc.Add(new Vector2(cos, sin) * (radius * ring / 3));
            }
        }

        Average(image, disc);
    }

    /// <summary>Through a JPEG file of a quality and back.</summary>
    public static void Jpeg(BgrImage image, int quality) => JpegCodec.Decode(JpegCodec.Encode(image, quality)).Span.CopyTo(image.Pixels);

    private static void Average(BgrImage image, List<Vector2> offsets)
    {
        var source = image.Span.ToArray();
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                var sum = Vector3.Zero;
                foreach (var offset in offsets)
                {
                    sum += At(source, image.Width, image.Height, x + offset.X, y + offset.Y);
                }

                sum /= offsets.Count;
                var at = ((y * image.Width) + x) * 3;
                (image.Pixels[at], image.Pixels[at + 1], image.Pixels[at + 2]) = (Byte(sum.X), Byte(sum.Y), Byte(sum.Z));
            }
        }
    }

    private static Vector3 At(byte[] pixels, int width, int height, float x, float y)
    {
        var (left, top) = ((int)MathF.Floor(x), (int)MathF.Floor(y));
        var (u, v) = (x - left, y - top);
        return Vector3.Lerp(Vector3.Lerp(Pixel(left, top), Pixel(left + 1, top), u), Vector3.Lerp(Pixel(left, top + 1), Pixel(left + 1, top + 1), u), v);

        Vector3 Pixel(int column, int row)
        {
            var at = ((Math.Clamp(row, 0, height - 1) * width) + Math.Clamp(column, 0, width - 1)) * 3;
            return new Vector3(pixels[at], pixels[at + 1], pixels[at + 2]);
        }
    }

    private static byte Byte(float value) => (byte)Math.Clamp(value + 0.5f, 0, 255);
}
