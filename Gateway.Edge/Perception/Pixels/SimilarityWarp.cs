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
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var sum = Vector128<float>.Zero;
                for (var sample = 0; sample < grid * grid; sample++)
                {
                    var subX = x + ((((sample % grid) + 0.5f) / grid) - 0.5f);
                    var subY = y + ((((sample / grid) + 0.5f) / grid) - 0.5f);
                    sum += Sample(
                        image,
                        (toImage.A * subX) - (toImage.B * subY) + toImage.X,
                        (toImage.B * subX) + (toImage.A * subY) + toImage.Y);
                }

                sum = Vector128.MultiplyAddEstimate(sum, factor, addend);
                var to = (y * side) + x;
                planes[to] = sum.GetElement(0);
                planes[to + plane] = sum.GetElement(1);
                planes[to + (2 * plane)] = sum.GetElement(2);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Sample(BgrImage image, float x, float y)
    {
        x = Math.Clamp(x, 0, image.Width - 1);
        y = Math.Clamp(y, 0, image.Height - 1);
        var column = Math.Min((int)x, image.Width - 2);
        var row = Math.Min((int)y, image.Height - 2);
        var at = (row * image.Stride) + (column * 3);

        // Two neighbouring pixels are six bytes; both reads of eight stay inside the picture: the upper one reaches into the next row, the lower one
        // starts two bytes early.
        ref var pixels = ref MemoryMarshal.GetArrayDataReference(image.Pixels);
        var upper = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref pixels, at));
        var lower = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref pixels, at + image.Stride - 2)) >> 16;
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
