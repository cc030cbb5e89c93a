using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Gateway.Edge.Perception.Faces.Recognition;

namespace Gateway.Edge.Perception.Faces.Gallery;

/// <summary>256-bit vectors (AVX2).</summary>
internal readonly struct Int8Dot256 : IInt8Dot
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Dot(ref short query, ref sbyte row)
    {
        Vector256<int> one = default, other = default;
        for (nuint at = 0; at < UnitVector.Length; at += 32)
        {
            one += Avx2.MultiplyAddAdjacent(
                Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref row, at)), Vector256.LoadUnsafe(ref query, at));
            other += Avx2.MultiplyAddAdjacent(
                Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref row, at + 16)), Vector256.LoadUnsafe(ref query, at + 16));
        }

        return Vector256.Sum(one + other);
    }
}
