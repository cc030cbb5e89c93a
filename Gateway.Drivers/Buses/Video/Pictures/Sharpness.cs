using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gateway.Drivers.Buses.Video.Pictures;

/// <summary>How fine the detail of a grey picture is.</summary>
internal static class Sharpness
{
    /// <summary>Variance of the Laplacian (4 x centre less the four neighbours) over the inner pixels; 0 for less than 3 x 3.</summary>
    public static double LaplacianVariance(ReadOnlySpan<byte> grey, int width, int height)
    {
        if (width < 3 || height < 3)
        {
            return 0;
        }

        long sum = 0;
        long squares = 0;
        for (var y = 1; y < height - 1; y++)
        {
            Row(grey, width, y * width, ref sum, ref squares);
        }

        var count = (double)(width - 2) * (height - 2);
        var mean = sum / count;
        return (squares / count) - (mean * mean);
    }

    private static void Row(ReadOnlySpan<byte> grey, int width, int row, ref long sum, ref long squares)
    {
        var x = 1;
        if (Vector128.IsHardwareAccelerated)
        {
            ref var pixels = ref MemoryMarshal.GetReference(grey);

            // A Laplacian is at most 1020: its squares fit 32 bits over 8,000 pixels of one lane's turn, a row has fewer.
            var sums = Vector128<int>.Zero;
            var squared = Vector128<int>.Zero;
            for (; x + 8 < width; x += 8)
            {
                var at = (nuint)(row + x);
                var value = (Eight(ref pixels, at) * 4) - Eight(ref pixels, at - 1) - Eight(ref pixels, at + 1)
                    - Eight(ref pixels, at - (nuint)width) - Eight(ref pixels, at + (nuint)width);
                var (lower, upper) = Vector128.Widen(value);
                sums += lower + upper;
                squared += (lower * lower) + (upper * upper);
            }

            sum += Vector128.Sum(sums);
            squares += (long)squared[0] + squared[1] + squared[2] + squared[3];
        }

        for (; x < width - 1; x++)
        {
            var value = (4 * grey[row + x]) - grey[row + x - 1] - grey[row + x + 1] - grey[row + x - width] - grey[row + x + width];
            sum += value;
            squares += (long)value * value;
        }
    }

    private static Vector128<short> Eight(ref byte pixels, nuint at) =>
        Vector128.WidenLower(Vector128.CreateScalar(System.Runtime.CompilerServices.Unsafe.ReadUnaligned<ulong>(
            ref System.Runtime.CompilerServices.Unsafe.AddByteOffset(ref pixels, at))).AsByte()).AsInt16();
}
