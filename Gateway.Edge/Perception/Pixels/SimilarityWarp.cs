using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gateway.Drivers.Buses.Video;

namespace Gateway.Edge.Perception.Pixels;

/// <summary>
/// Cuts a rotated, scaled square out of a picture as three planes of floats (blue, green, red), by bilinear samples; where the picture is
/// shrunk, a grid of samples per pixel is averaged against aliasing. Beyond the picture its edge is repeated. Allocates nothing.
/// </summary>
internal static class SimilarityWarp
{
    /// <summary>More samples a pixel than this gain nothing visible.</summary>
    private const int MostSamplesPerSide = 4;

    /// <summary>Fills <paramref name="planes"/> (3 x side x side) with value x <paramref name="scale"/> + <paramref name="offset"/>.</summary>
    /// <param name="image">At least 2 x 2 pixels.</param>
    /// <param name="toImage">Takes a pixel of the result to its place in the picture.</param>
    /// <param name="side">Side of the result.</param>
    /// <param name="planes">Where the result goes.</param>
    /// <param name="scale">Factor on 0..255.</param>
    /// <param name="offset">Added after it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Cut(BgrImage image, SimilarityTransform toImage, int side, Span<float> planes, float scale, float offset)
    {
        if (image.Width < 2 || image.Height < 2)
        {
            planes.Fill(offset);
            return;
        }

        var grid = Math.Clamp((int)MathF.Round(toImage.Scale), 1, MostSamplesPerSide);
        var factor = Vector128.Create(scale / (grid * grid));
        var addend = Vector128.Create(offset);
        var plane = side * side;
        if (planes.Length < 3 * plane)
        {
            throw new ArgumentException($"Three planes of {plane} values are needed.", nameof(planes));
        }

        ref var pixels = ref MemoryMarshal.GetArrayDataReference(image.Pixels);
        var (width, height) = (image.Width, image.Height);
        ref var blue = ref MemoryMarshal.GetReference(planes);
        var step = 1f / grid;
        var first = (step - 1) / 2;
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var sum = Vector128<float>.Zero;
                for (var row = 0; row < grid; row++)
                {
                    var subY = y + first + (row * step);
                    var fromX = toImage.X - (toImage.B * subY);
                    var fromY = toImage.Y + (toImage.A * subY);
                    for (var column = 0; column < grid; column++)
                    {
                        var subX = x + first + (column * step);
                        sum += Bilinear.Sample(ref pixels, width, height, fromX + (toImage.A * subX), fromY + (toImage.B * subX));
                    }
                }

                sum = Vector128.MultiplyAddEstimate(sum, factor, addend);
                var to = (y * side) + x;
                Unsafe.Add(ref blue, to) = sum.GetElement(0);
                Unsafe.Add(ref blue, to + plane) = sum.GetElement(1);
                Unsafe.Add(ref blue, to + (2 * plane)) = sum.GetElement(2);
            }
        }
    }
}
