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
                        sum += Sample(ref pixels, width, height, fromX + (toImage.A * subX), fromY + (toImage.B * subX));
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Sample(ref byte pixels, int width, int height, float x, float y)
    {
        // These comparisons also send NaN to zero, so that nothing outside the picture is ever read.
        x = x > 0 ? MathF.Min(x, width - 1) : 0;
        y = y > 0 ? MathF.Min(y, height - 1) : 0;
        var column = Math.Min((int)x, width - 2);
        var row = Math.Min((int)y, height - 2);
        var stride = width * 3;
        var at = (row * stride) + (column * 3);

        // Two neighbouring pixels are six bytes; both reads of eight stay inside the picture: the upper one reaches into the next row, the lower one
        // starts two bytes early.
        var upper = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref pixels, at));
        var lower = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref pixels, at + stride - 2)) >> 16;
        var right = Vector128.Create(x - column);
        var down = Vector128.Create(y - row);
        var top = Mix(Floats(upper), Floats(upper >> 24), right);
        var bottom = Mix(Floats(lower), Floats(lower >> 24), right);
        return Mix(top, bottom, down);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Floats(ulong bytes) =>
        Vector128.ConvertToSingle(Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalarUnsafe(bytes).AsByte())).AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Mix(Vector128<float> from, Vector128<float> to, Vector128<float> share) =>
        Vector128.MultiplyAddEstimate(to - from, share, from);
}
