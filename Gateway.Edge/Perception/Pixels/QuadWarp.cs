using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gateway.Drivers.Buses.Video;

namespace Gateway.Edge.Perception.Pixels;

/// <summary>
/// Cuts something rectangular that is seen at an angle out of a picture and straightens it, as three planes of floats (blue, green, red),
/// by bilinear samples; where it is shrunk, several samples a pixel are averaged against aliasing. Beyond the picture its edge is repeated.
/// Allocates nothing.
/// </summary>
internal static class QuadWarp
{
    /// <summary>More samples a pixel and side than this gain nothing visible.</summary>
    private const int MostSamples = 4;

    /// <summary>Fills a stretch of <paramref name="planes"/> (3 x stride x height) with value x <paramref name="scale"/> + <paramref name="offset"/>.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="quad">What to cut out; may reach beyond the picture.</param>
    /// <param name="width">Columns of the result.</param>
    /// <param name="height">Rows of the result.</param>
    /// <param name="planes">Where it goes.</param>
    /// <param name="scale">Factor on 0..255.</param>
    /// <param name="offset">Added after it.</param>
    /// <param name="left">First column to fill.</param>
    /// <param name="stride">Columns of the planes; 0 for <paramref name="width"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Cut(
        BgrImage image, Quad quad, int width, int height, Span<float> planes, float scale, float offset, int left = 0, int stride = 0)
    {
        stride = stride == 0 ? width : stride;
        var plane = stride * height;
        if (planes.Length < 3 * plane || left < 0 || left + width > stride)
        {
            throw new ArgumentException($"Three planes of {plane} values are needed.", nameof(planes));
        }

        if (image.Width < 2 || image.Height < 2)
        {
            planes[..(3 * plane)].Fill(offset);
            return;
        }

        // From the unit square to the quad (P. Heckbert, "Fundamentals of texture mapping and image warping", 1989).
        var skew = quad.TopLeft - quad.TopRight + quad.BottomRight - quad.BottomLeft;
        var (one, other) = (quad.TopRight - quad.BottomRight, quad.BottomLeft - quad.BottomRight);
        var determinant = (one.X * other.Y) - (other.X * one.Y);
        var (g, h) = Math.Abs(determinant) > 1e-6f
            ? (((skew.X * other.Y) - (other.X * skew.Y)) / determinant, ((one.X * skew.Y) - (skew.X * one.Y)) / determinant)
            : (0f, 0f);
        var right = quad.TopRight - quad.TopLeft + (g * quad.TopRight);
        var down = quad.BottomLeft - quad.TopLeft + (h * quad.BottomLeft);
        var origin = quad.TopLeft;

        var across = Math.Clamp((int)MathF.Round(quad.Width / width), 1, MostSamples);
        var along = Math.Clamp((int)MathF.Round(quad.Height / height), 1, MostSamples);
        var (stepX, stepY) = (1f / (across * width), 1f / (along * height));
        var factor = Vector128.Create(scale / (across * along));
        var addend = Vector128.Create(offset);
        ref var pixels = ref MemoryMarshal.GetArrayDataReference(image.Pixels);
        ref var blue = ref MemoryMarshal.GetReference(planes);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var sum = Vector128<float>.Zero;
                for (var row = 0; row < along; row++)
                {
                    var v = ((y * along) + row + 0.5f) * stepY;
                    for (var column = 0; column < across; column++)
                    {
                        var u = ((x * across) + column + 0.5f) * stepX;
                        var place = (origin + (u * right) + (v * down)) / (1 + (g * u) + (h * v));
                        sum += Bilinear.Sample(ref pixels, image.Width, image.Height, place.X - 0.5f, place.Y - 0.5f);
                    }
                }

                sum = Vector128.MultiplyAddEstimate(sum, factor, addend);
                var to = (y * stride) + left + x;
                Unsafe.Add(ref blue, to) = sum.GetElement(0);
                Unsafe.Add(ref blue, to + plane) = sum.GetElement(1);
                Unsafe.Add(ref blue, to + (2 * plane)) = sum.GetElement(2);
            }
        }
    }
}
