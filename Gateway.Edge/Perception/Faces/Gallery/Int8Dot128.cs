using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gateway.Edge.Perception.Faces.Recognition;

namespace Gateway.Edge.Perception.Faces.Gallery;

/// <summary>128-bit vectors through the portable API: NEON on ARM, SSE on x86.</summary>
internal readonly struct Int8Dot128 : IInt8Dot
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Dot(ref short query, ref sbyte row)
    {
        Vector128<int> one = default, other = default;
        for (nuint at = 0; at < UnitVector.Length; at += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref row, at));

            // Two products of at most 127 x 127 still fit into a short: 32,258.
            var products = (low * Vector128.LoadUnsafe(ref query, at)) + (high * Vector128.LoadUnsafe(ref query, at + 8));
            var (first, second) = Vector128.Widen(products);
            one += first;
            other += second;
        }

        return Vector128.Sum(one + other);
    }
}
