using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>
/// The background of a row, and what differs from it: sigma-delta estimation (Manzanera, Richefeu 2007) with a deviation that grows as long
/// as a pixel differs by more and shrinks slowly, so that leaves fall silent. One byte of level and one of deviation a pixel; 32 pixels
/// at a time in vectors of 256 or 128 bits, whichever the processor has; all three ways give the same bytes.
/// </summary>
internal static class BackgroundRow
{
    /// <summary>Pixels that one word of the mask stands for.</summary>
    public const int Word = 32;

    /// <summary>Levels above twice the deviation.</summary>
    private const byte Margin = 4;

    /// <summary>How a frame is learned.</summary>
    /// <param name="Offset">Levels that the whole picture is brighter than the background.</param>
    /// <param name="Least">Levels that any pixel has to differ by.</param>
    /// <param name="Rise">How much the deviation grows at most.</param>
    /// <param name="Decay">How much it shrinks: 0 or 1.</param>
    /// <param name="LearnMoving">Whether pixels that differ are learned as well.</param>
    public readonly record struct Pace(int Offset, byte Least, byte Rise, byte Decay, bool LearnMoving);

    /// <summary>Compares and learns.</summary>
    /// <param name="luma">The row of the frame; as long as the others or longer.</param>
    /// <param name="level">Background; a multiple of 32 long.</param>
    /// <param name="deviation">Of each pixel.</param>
    /// <param name="watched">Bits of the pixels that count; words of 0 are passed over.</param>
    /// <param name="moving">Takes the bits of what differs.</param>
    /// <param name="pace">How.</param>
    public static void Take(ReadOnlySpan<byte> luma, Span<byte> level, Span<byte> deviation, ReadOnlySpan<uint> watched, Span<uint> moving, in Pace pace)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            Take256(luma, level, deviation, watched, moving, pace);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Take128(luma, level, deviation, watched, moving, pace);
        }
        else
        {
            TakeScalar(luma, level, deviation, watched, moving, pace);
        }
    }

    /// <summary>The same, a pixel at a time.</summary>
    internal static void TakeScalar(ReadOnlySpan<byte> luma, Span<byte> level, Span<byte> deviation, ReadOnlySpan<uint> watched, Span<uint> moving, in Pace pace)
    {
        for (var word = 0; word < watched.Length; word++)
        {
            uint bits = 0;
            for (var i = word * Word; watched[word] != 0 && i < (word + 1) * Word; i++)
            {
                var value = Math.Clamp(luma[i] - pace.Offset, 0, 255);
                var difference = Math.Abs(value - level[i]);
                var isMoving = difference > Math.Max(Math.Min(255, (2 * deviation[i]) + Margin), pace.Least);
                bits |= isMoving ? 1u << (i - (word * Word)) : 0;
                deviation[i] = (byte)(difference > deviation[i]
                    ? deviation[i] + Math.Min(pace.Rise, difference - deviation[i])
                    : Math.Max(1, deviation[i] - pace.Decay));
                level[i] = (byte)(isMoving && !pace.LearnMoving ? level[i] : level[i] + Math.Sign(value - level[i]));
            }

            moving[word] = bits & watched[word];
        }
    }

    internal static void Take256(ReadOnlySpan<byte> luma, Span<byte> level, Span<byte> deviation, ReadOnlySpan<uint> watched, Span<uint> moving, in Pace pace)
    {
        ref var from = ref MemoryMarshal.GetReference(luma);
        ref var levels = ref MemoryMarshal.GetReference(level);
        ref var deviations = ref MemoryMarshal.GetReference(deviation);
        var (darker, brighter) = (Vector256.Create((byte)Math.Max(0, pace.Offset)), Vector256.Create((byte)Math.Max(0, -pace.Offset)));
        var (least, rise, decay, margin, one) = (Vector256.Create(pace.Least), Vector256.Create(pace.Rise), Vector256.Create(pace.Decay), Vector256.Create(Margin), Vector256<byte>.One);
        var always = pace.LearnMoving ? Vector256<byte>.AllBitsSet : Vector256<byte>.Zero;
        for (var word = 0; word < watched.Length; word++)
        {
            if (watched[word] == 0)
            {
                moving[word] = 0;
                continue;
            }

            var at = (nuint)(word * Word);
            var value = Vector256.AddSaturate(Vector256.SubtractSaturate(Vector256.LoadUnsafe(ref from, at), darker), brighter);
            var old = Vector256.LoadUnsafe(ref levels, at);
            var spread = Vector256.LoadUnsafe(ref deviations, at);
            var (up, down) = (Vector256.SubtractSaturate(value, old), Vector256.SubtractSaturate(old, value));
            var difference = up | down;
            var limit = Vector256.Max(Vector256.AddSaturate(Vector256.AddSaturate(spread, spread), margin), least);
            var still = Vector256.Equals(Vector256.SubtractSaturate(difference, limit), Vector256<byte>.Zero);
            var more = Vector256.SubtractSaturate(difference, spread);
            var shrunk = Vector256.Max(one, Vector256.SubtractSaturate(spread, decay));
            spread = Vector256.ConditionalSelect(Vector256.Equals(more, Vector256<byte>.Zero), shrunk, spread + Vector256.Min(more, rise));
            var step = one & (still | always);
            (old + Vector256.Min(up, step) - Vector256.Min(down, step)).StoreUnsafe(ref levels, at);
            spread.StoreUnsafe(ref deviations, at);
            moving[word] = ~still.ExtractMostSignificantBits() & watched[word];
        }
    }

    internal static void Take128(ReadOnlySpan<byte> luma, Span<byte> level, Span<byte> deviation, ReadOnlySpan<uint> watched, Span<uint> moving, in Pace pace)
    {
        for (var word = 0; word < watched.Length; word++)
        {
            moving[word] = watched[word] == 0
                ? 0
                : watched[word] & (Half(luma, level, deviation, word * Word, pace) | (Half(luma, level, deviation, (word * Word) + (Word / 2), pace) << (Word / 2)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Half(ReadOnlySpan<byte> luma, Span<byte> level, Span<byte> deviation, int start, in Pace pace)
    {
        ref var levels = ref MemoryMarshal.GetReference(level);
        ref var deviations = ref MemoryMarshal.GetReference(deviation);
        var at = (nuint)start;
        var value = Vector128.AddSaturate(
            Vector128.SubtractSaturate(Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(luma), at), Vector128.Create((byte)Math.Max(0, pace.Offset))),
            Vector128.Create((byte)Math.Max(0, -pace.Offset)));
        var old = Vector128.LoadUnsafe(ref levels, at);
        var spread = Vector128.LoadUnsafe(ref deviations, at);
        var (up, down, one) = (Vector128.SubtractSaturate(value, old), Vector128.SubtractSaturate(old, value), Vector128<byte>.One);
        var difference = up | down;
        var limit = Vector128.Max(Vector128.AddSaturate(Vector128.AddSaturate(spread, spread), Vector128.Create(Margin)), Vector128.Create(pace.Least));
        var still = Vector128.Equals(Vector128.SubtractSaturate(difference, limit), Vector128<byte>.Zero);
        var more = Vector128.SubtractSaturate(difference, spread);
        var shrunk = Vector128.Max(one, Vector128.SubtractSaturate(spread, Vector128.Create(pace.Decay)));
        spread = Vector128.ConditionalSelect(Vector128.Equals(more, Vector128<byte>.Zero), shrunk, spread + Vector128.Min(more, Vector128.Create(pace.Rise)));
        var step = one & (still | (pace.LearnMoving ? Vector128<byte>.AllBitsSet : Vector128<byte>.Zero));
        (old + Vector128.Min(up, step) - Vector128.Min(down, step)).StoreUnsafe(ref levels, at);
        spread.StoreUnsafe(ref deviations, at);
        return ~still.ExtractMostSignificantBits() & 0xFFFF;
    }
}
