using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gateway.Drivers.Buses.Video.Pictures;

/// <summary>Brightness of pixels: (29 B + 150 G + 77 R) / 256, the weights of ITU-R BT.601.</summary>
internal static class Luma
{
    private const int Blue = 29;
    private const int Green = 150;
    private const int Red = 77;

    // Where byte i of a colour's vector of 16 stands in each of the three vectors that hold 16 pixels; 255 gives zero.
    private static readonly Vector128<byte>[] Picks = [.. Enumerable.Range(0, 9).Select(i => Pick(i / 3, i % 3))];

    /// <summary>Writes one byte for each pixel.</summary>
    public static void Of(ReadOnlySpan<byte> bgr, Span<byte> grey)
    {
        var (x, count) = (0, grey.Length);
        if (bgr.Length < count * 3)
        {
            throw new ArgumentException($"{count} pixels need {count * 3} bytes, got {bgr.Length}.", nameof(bgr));
        }

        if (Vector128.IsHardwareAccelerated)
        {
            ref var from = ref MemoryMarshal.GetReference(bgr);
            ref var to = ref MemoryMarshal.GetReference(grey);
            for (; x + Vector128<byte>.Count <= count; x += Vector128<byte>.Count)
            {
                var a = Vector128.LoadUnsafe(ref from, (nuint)(x * 3));
                var b = Vector128.LoadUnsafe(ref from, (nuint)((x * 3) + 16));
                var c = Vector128.LoadUnsafe(ref from, (nuint)((x * 3) + 32));
                Weigh(Colour(a, b, c, 0), Colour(a, b, c, 1), Colour(a, b, c, 2)).StoreUnsafe(ref to, (nuint)x);
            }
        }

        for (; x < count; x++)
        {
            grey[x] = (byte)(((bgr[x * 3] * Blue) + (bgr[(x * 3) + 1] * Green) + (bgr[(x * 3) + 2] * Red)) >> 8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Colour(Vector128<byte> a, Vector128<byte> b, Vector128<byte> c, int colour) =>
        Vector128.Shuffle(a, Picks[colour * 3]) | Vector128.Shuffle(b, Picks[(colour * 3) + 1]) | Vector128.Shuffle(c, Picks[(colour * 3) + 2]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Weigh(Vector128<byte> blue, Vector128<byte> green, Vector128<byte> red)
    {
        var lower = (Vector128.WidenLower(blue) * Blue) + (Vector128.WidenLower(green) * Green) + (Vector128.WidenLower(red) * Red);
        var upper = (Vector128.WidenUpper(blue) * Blue) + (Vector128.WidenUpper(green) * Green) + (Vector128.WidenUpper(red) * Red);
        return Vector128.Narrow(lower >>> 8, upper >>> 8);
    }

    private static Vector128<byte> Pick(int colour, int part)
    {
        var pick = new byte[16];
        for (var i = 0; i < 16; i++)
        {
            var at = (i * 3) + colour - (part * 16);
            pick[i] = at is >= 0 and < 16 ? (byte)at : byte.MaxValue;
        }

        return Vector128.Create(pick);
    }
}
