using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gateway.Edge.Perception.Pixels;

/// <summary>Reads a picture of blue, green, red bytes between its pixels.</summary>
internal static class Bilinear
{
    /// <summary>The mix of the four pixels around a place; beyond the picture its edge is repeated. The fourth value is of no meaning.</summary>
    /// <param name="pixels">First byte of a picture of at least 2 x 2 pixels.</param>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="x">Place, 0 in the middle of the first pixel.</param>
    /// <param name="y">Likewise, downwards.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sample(ref byte pixels, int width, int height, float x, float y)
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
