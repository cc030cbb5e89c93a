using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>
/// How much the pixels of a row may differ because the frame lies a fraction of a pixel beside the background: the background's slope
/// times that fraction. An edge of 100 levels that moves by a quarter of a pixel changes by 25.
/// </summary>
internal static class EdgeTolerance
{
    /// <summary>target[i] = least[i] + (|here[i + 2] - here[i]| * x + |below[i] - above[i]| * y) / 16, at most 255; the fractions are eighths, 0..4.</summary>
    /// <param name="least">What is added to.</param>
    /// <param name="here">The row from one pixel before to one behind.</param>
    /// <param name="above">The row above.</param>
    /// <param name="below">The row below.</param>
    /// <param name="x">Sideways, eighths of a pixel.</param>
    /// <param name="y">Up and down, eighths of a pixel.</param>
    /// <param name="target">A multiple of 16 long, as the rows above and below are.</param>
    public static void Fill(ReadOnlySpan<byte> least, ReadOnlySpan<byte> here, ReadOnlySpan<byte> above, ReadOnlySpan<byte> below, int x, int y, Span<byte> target)
    {
        ref var added = ref MemoryMarshal.GetReference(least[..target.Length]);
        ref var left = ref MemoryMarshal.GetReference(here[..(target.Length + 2)]);
        ref var up = ref MemoryMarshal.GetReference(above[..target.Length]);
        ref var down = ref MemoryMarshal.GetReference(below[..target.Length]);
        ref var result = ref MemoryMarshal.GetReference(target);
        var (wideX, wideY) = (Vector128.Create((ushort)x), Vector128.Create((ushort)y));
        for (nuint at = 0; at < (nuint)target.Length; at += 16)
        {
            var (lowX, highX) = Vector128.Widen(Difference(Vector128.LoadUnsafe(ref left, at), Vector128.LoadUnsafe(ref left, at + 2)));
            var (lowY, highY) = Vector128.Widen(Difference(Vector128.LoadUnsafe(ref up, at), Vector128.LoadUnsafe(ref down, at)));

            // At most 2 x 255 x 4 / 16: it fits into a byte.
            var slope = Vector128.Narrow(((lowX * wideX) + (lowY * wideY)) >> 4, ((highX * wideX) + (highY * wideY)) >> 4);
            Vector128.AddSaturate(slope, Vector128.LoadUnsafe(ref added, at)).StoreUnsafe(ref result, at);
        }
    }

    private static Vector128<byte> Difference(Vector128<byte> one, Vector128<byte> other) =>
        Vector128.Max(one, other) - Vector128.Min(one, other);
}
