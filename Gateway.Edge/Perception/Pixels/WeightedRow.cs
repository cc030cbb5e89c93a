using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gateway.Edge.Perception.Pixels;

/// <summary>Weighted sum of picture rows: the inner loop of shrinking. Widest vectors first, 128 bits (NEON) below, single values at the end.
/// Compiled for speed at once: a gate that has just started must not crawl.</summary>
internal static class WeightedRow
{
    /// <summary><paramref name="sums"/>[i] = sum over rows r of weights[r] x first[r x stride + i].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum(ReadOnlySpan<byte> first, int stride, ReadOnlySpan<float> weights, Span<float> sums)
    {
        ref var source = ref MemoryMarshal.GetReference(first);
        ref var target = ref MemoryMarshal.GetReference(sums);
        var index = 0;
        if (Avx512F.IsSupported)
        {
            for (; index <= sums.Length - 16; index += 16)
            {
                var sum = Vector512<float>.Zero;
                for (var row = 0; row < weights.Length; row++)
                {
                    var bytes = Vector128.LoadUnsafe(ref source, (nuint)((row * stride) + index));
                    var values = Vector512.ConvertToSingle(Avx512F.ConvertToVector512Int32(bytes));
                    sum = Vector512.FusedMultiplyAdd(values, Vector512.Create(weights[row]), sum);
                }

                sum.StoreUnsafe(ref target, (nuint)index);
            }
        }

        for (; index <= sums.Length - 16; index += 16)
        {
            Sum16(ref source, stride, index, weights, ref target);
        }

        for (; index < sums.Length; index++)
        {
            var sum = 0f;
            for (var row = 0; row < weights.Length; row++)
            {
                sum += weights[row] * first[(row * stride) + index];
            }

            sums[index] = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sum16(ref byte source, int stride, int index, ReadOnlySpan<float> weights, ref float target)
    {
        Vector128<float> a = default, b = default, c = default, d = default;
        for (var row = 0; row < weights.Length; row++)
        {
            var weight = Vector128.Create(weights[row]);
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref source, (nuint)((row * stride) + index)));
            var (first, second) = Vector128.Widen(low);
            var (third, fourth) = Vector128.Widen(high);
            a = Vector128.MultiplyAddEstimate(Vector128.ConvertToSingle(first.AsInt32()), weight, a);
            b = Vector128.MultiplyAddEstimate(Vector128.ConvertToSingle(second.AsInt32()), weight, b);
            c = Vector128.MultiplyAddEstimate(Vector128.ConvertToSingle(third.AsInt32()), weight, c);
            d = Vector128.MultiplyAddEstimate(Vector128.ConvertToSingle(fourth.AsInt32()), weight, d);
        }

        a.StoreUnsafe(ref target, (nuint)index);
        b.StoreUnsafe(ref target, (nuint)index + 4);
        c.StoreUnsafe(ref target, (nuint)index + 8);
        d.StoreUnsafe(ref target, (nuint)index + 12);
    }
}
