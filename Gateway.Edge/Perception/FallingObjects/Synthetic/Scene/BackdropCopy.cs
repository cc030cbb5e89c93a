using System.Numerics;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

/// <summary>Copies a backdrop into a frame, moved by parts of a pixel and dimmed. Vectorised; allocates nothing.</summary>
internal static class BackdropCopy
{
    private const int One = 256;

    /// <param name="backdrop">What to copy.</param>
    /// <param name="shakeX">How far the picture moves to the right, within the rim.</param>
    /// <param name="shakeY">How far it moves down, within the rim.</param>
    /// <param name="gain">0..1: what becomes of a level.</param>
    /// <param name="frame">Width x height bytes.</param>
    public static void Into(Backdrop backdrop, double shakeX, double shakeY, double gain, Span<byte> frame)
    {
        var (x, y) = ((int)Math.Floor(-shakeX), (int)Math.Floor(-shakeY));
        var (fx, fy) = (-shakeX - x, -shakeY - y);
        var whole = (int)Math.Round(gain * One);
        var right = (int)Math.Round(fx * fy * whole);
        Span<ushort> weights =
        [
            0, (ushort)Math.Round(fx * (1 - fy) * whole), (ushort)Math.Round((1 - fx) * fy * whole), (ushort)right,
        ];
        weights[0] = (ushort)(whole - weights[1] - weights[2] - weights[3]);
        for (var row = 0; row < backdrop.Height; row++)
        {
            var to = frame.Slice(row * backdrop.Width, backdrop.Width);
            var upper = backdrop.From(x, y + row);
            if (weights[0] == whole)
            {
                Dim(upper, to, weights[0]);
            }
            else
            {
                Mix(upper, backdrop.From(x, y + row + 1), to, weights);
            }
        }
    }

    private static void Dim(ReadOnlySpan<byte> from, Span<byte> to, ushort weight)
    {
        var (w, half) = (new Vector<ushort>(weight), new Vector<ushort>(One / 2));
        var i = 0;
        for (; i <= to.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(from[i..]), out var low, out var high);
            Vector.Narrow(((low * w) + half) >>> 8, ((high * w) + half) >>> 8).CopyTo(to[i..]);
        }

        for (; i < to.Length; i++)
        {
            to[i] = (byte)(((from[i] * weight) + (One / 2)) >> 8);
        }
    }

    private static void Mix(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, Span<byte> to, ReadOnlySpan<ushort> weights)
    {
        var (w0, w1, w2, w3) =
            (new Vector<ushort>(weights[0]), new Vector<ushort>(weights[1]), new Vector<ushort>(weights[2]), new Vector<ushort>(weights[3]));
        var half = new Vector<ushort>(One / 2);
        var i = 0;
        for (; i <= to.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(upper[i..]), out var a0, out var a1);
            Vector.Widen(new Vector<byte>(upper[(i + 1)..]), out var b0, out var b1);
            Vector.Widen(new Vector<byte>(lower[i..]), out var c0, out var c1);
            Vector.Widen(new Vector<byte>(lower[(i + 1)..]), out var d0, out var d1);
            var low = (a0 * w0) + (b0 * w1) + (c0 * w2) + (d0 * w3) + half;
            var high = (a1 * w0) + (b1 * w1) + (c1 * w2) + (d1 * w3) + half;
            Vector.Narrow(low >>> 8, high >>> 8).CopyTo(to[i..]);
        }

        for (; i < to.Length; i++)
        {
            to[i] = (byte)(((upper[i] * weights[0]) + (upper[i + 1] * weights[1]) + (lower[i] * weights[2]) + (lower[i + 1] * weights[3]) + (One / 2)) >> 8);
        }
    }
}
