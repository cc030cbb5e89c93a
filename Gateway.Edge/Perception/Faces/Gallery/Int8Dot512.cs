using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Gateway.Edge.Perception.Faces.Recognition;

namespace Gateway.Edge.Perception.Faces.Gallery;

/// <summary>512-bit vectors (AVX-512BW).</summary>
internal readonly struct Int8Dot512 : IInt8Dot
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Dot(ref short query, ref sbyte row)
    {
        Vector512<int> one = default, other = default;
        for (nuint at = 0; at < UnitVector.Length; at += 64)
        {
            one += Avx512BW.MultiplyAddAdjacent(
                Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref row, at)), Vector512.LoadUnsafe(ref query, at));
            other += Avx512BW.MultiplyAddAdjacent(
                Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref row, at + 32)), Vector512.LoadUnsafe(ref query, at + 32));
        }

        return Vector512.Sum(one + other);
    }
}
