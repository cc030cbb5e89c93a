using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>Compares blocks of <see cref="Side"/> x <see cref="Side"/> pixels. Callers keep them inside their pictures.</summary>
internal static class BlockMatch
{
    /// <summary>Pixels of a block's side: one 128-bit vector.</summary>
    public const int Side = 16;

    private static ReadOnlySpan<byte> Black => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>The sum of absolute differences of two blocks, given from their upper left pixel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Difference(ReadOnlySpan<byte> one, int oneStride, ReadOnlySpan<byte> other, int otherStride)
    {
        ref var a = ref MemoryMarshal.GetReference(one[..((oneStride * (Side - 1)) + Side)]);
        ref var b = ref MemoryMarshal.GetReference(other[..((otherStride * (Side - 1)) + Side)]);
        var sums = Vector128<ushort>.Zero;
        for (var row = 0; row < Side; row++)
        {
            var first = Vector128.LoadUnsafe(ref a, (nuint)(row * oneStride));
            var second = Vector128.LoadUnsafe(ref b, (nuint)(row * otherStride));
            var difference = Vector128.Max(first, second) - Vector128.Min(first, second);

            // At most 2 x 16 x 255 in a lane.
            sums += Vector128.WidenLower(difference) + Vector128.WidenUpper(difference);
        }

        var (low, high) = Vector128.Widen(sums);
        return (int)Vector128.Sum(low + high);
    }

    /// <summary>The sum of a block's pixels.</summary>
    public static int Sum(ReadOnlySpan<byte> block, int stride) => Difference(block, stride, Black, 0);

    /// <summary>Adds a change to one row of a block; levels end at 0 and 255.</summary>
    public static void Brighten(ReadOnlySpan<byte> row, int change, Span<byte> target)
    {
        var pixels = Vector128.Create(row[..Side]);
        var step = Vector128.Create((byte)Math.Min(255, Math.Abs(change)));
        (change < 0 ? Vector128.SubtractSaturate(pixels, step) : Vector128.AddSaturate(pixels, step)).CopyTo(target);
    }

    /// <summary>How much a block tells about a shift: the lesser one of its summed differences along rows and along columns.</summary>
    public static int Texture(ReadOnlySpan<byte> block, int stride)
    {
        var along = Difference(block, stride, block[1..], stride);
        return Math.Min(along, Difference(block, stride, block[stride..], stride));
    }
}
