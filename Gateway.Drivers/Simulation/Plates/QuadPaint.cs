using System.Numerics;
using System.Runtime.Intrinsics;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Simulation.Vehicles;

namespace Gateway.Drivers.Simulation.Plates;

/// <summary>Paints a picture into four corners of another in true perspective, with smooth edges.</summary>
public static class QuadPaint
{
    private const int MostSamples = 4;

    /// <summary>Paints <paramref name="source"/> into <paramref name="quad"/>, as far as that lies in the picture.</summary>
    /// <param name="target">What is painted on.</param>
    /// <param name="source">Its whole area fills the quad.</param>
    /// <param name="quad">Where; convex.</param>
    /// <param name="light">Factor on its brightness.</param>
    public static void Paint(PaintTarget target, BgrImage source, PictureQuad quad, float light = 1)
    {
        var (least, most) = (quad.Least, quad.Most);
        var (left, right) = (Math.Max(0, (int)MathF.Floor(least.X)), Math.Min(target.Width - 1, (int)MathF.Ceiling(most.X)));
        var (top, bottom) = (Math.Max(0, (int)MathF.Floor(least.Y)), Math.Min(target.Height - 1, (int)MathF.Ceiling(most.Y)));
        var inverse = ToUnit(quad);
        var samples = Math.Clamp((int)MathF.Ceiling(source.Width / Math.Max(1, quad.Width)), 2, MostSamples);
        var share = light / (samples * samples);
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                var (sum, hits) = (Vector128<float>.Zero, 0);
                for (var sample = 0; sample < samples * samples; sample++)
                {
                    var place = Apply(inverse, x + (((sample % samples) + 0.5f) / samples), y + (((sample / samples) + 0.5f) / samples));
                    if (place.X is >= 0 and < 1 && place.Y is >= 0 and < 1)
                    {
                        sum += At(source, place);
                        hits++;
                    }
                }

                if (hits > 0)
                {
                    Blend(target, x, y, sum * share, 1 - (hits / (float)(samples * samples)));
                }
            }
        }
    }

    /// <summary>The projection that takes a quad to the unit square (Heckbert 1989, 2.2.3, inverted).</summary>
    internal static Matrix4x4 ToUnit(PictureQuad q)
    {
        var (d1, d2, sum) = (q.B - q.C, q.D - q.C, q.A - q.B + q.C - q.D);
        var area = (d1.X * d2.Y) - (d2.X * d1.Y);
        var (g, h) = (((sum.X * d2.Y) - (d2.X * sum.Y)) / area, ((d1.X * sum.Y) - (sum.X * d1.Y)) / area);
        var forward = new Matrix4x4(
            q.B.X - q.A.X + (g * q.B.X), q.D.X - q.A.X + (h * q.D.X), q.A.X, 0,
            q.B.Y - q.A.Y + (g * q.B.Y), q.D.Y - q.A.Y + (h * q.D.Y), q.A.Y, 0,
            g, h, 1, 0,
            0, 0, 0, 1);
        return Matrix4x4.Invert(forward, out var inverse) ? inverse : throw new ArgumentException("The quad has no area.", nameof(q));
    }

    internal static Vector2 Apply(Matrix4x4 m, float x, float y)
    {
        var w = (m.M31 * x) + (m.M32 * y) + m.M33;
        return new Vector2(((m.M11 * x) + (m.M12 * y) + m.M13) / w, ((m.M21 * x) + (m.M22 * y) + m.M23) / w);
    }

    private static Vector128<float> At(BgrImage source, Vector2 place)
    {
        var (fx, fy) = ((place.X * source.Width) - 0.5f, (place.Y * source.Height) - 0.5f);
        var (x, y) = ((int)MathF.Floor(fx), (int)MathF.Floor(fy));
        var (u, v) = (fx - x, fy - y);
        var upper = (Pixel(source, x, y) * (1 - u)) + (Pixel(source, x + 1, y) * u);
        var lower = (Pixel(source, x, y + 1) * (1 - u)) + (Pixel(source, x + 1, y + 1) * u);
        return (upper * (1 - v)) + (lower * v);
    }

    private static Vector128<float> Pixel(BgrImage source, int x, int y)
    {
        var at = ((Math.Clamp(y, 0, source.Height - 1) * source.Width) + Math.Clamp(x, 0, source.Width - 1)) * 3;
        return Vector128.Create(source.Pixels[at], source.Pixels[at + 1], source.Pixels[at + 2], 0f);
    }

    private static void Blend(PaintTarget target, int x, int y, Vector128<float> colour, float kept)
    {
        var at = ((y * target.Width) + x) * 3;
        for (var channel = 0; channel < 3; channel++)
        {
            target.Pixels[at + channel] = (byte)Math.Clamp(colour[channel] + (kept * target.Pixels[at + channel]), 0, 255);
        }
    }
}
