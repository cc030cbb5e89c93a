using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>256-bit vectors (AVX2).</summary>
internal readonly struct PixelKernel256 : IPixelKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Step(ref byte pixels, ref byte tolerances, ref byte levels, ref byte thresholds, PixelRates rates) =>
        Half(ref pixels, ref tolerances, ref levels, ref thresholds, 0, rates)
        | ((ulong)Half(ref pixels, ref tolerances, ref levels, ref thresholds, 32, rates) << 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Half(ref byte pixels, ref byte tolerances, ref byte levels, ref byte thresholds, nuint at, PixelRates rates)
    {
        var pixel = Vector256.LoadUnsafe(ref pixels, at);
        var level = Vector256.LoadUnsafe(ref levels, at);
        var threshold = Vector256.LoadUnsafe(ref thresholds, at);
        var above = Vector256.SubtractSaturate(pixel, level);
        var below = Vector256.SubtractSaturate(level, pixel);
        var difference = above | below;
        var counted = Vector256.SubtractSaturate(difference, Vector256.LoadUnsafe(ref tolerances, at));

        var alike = Vector256.Equals(
            Vector256.SubtractSaturate(counted, Vector256.Max(threshold, Vector256.Create(rates.Floor))), Vector256<byte>.Zero);
        var step = Vector256.ConditionalSelect(alike, Vector256.Create(rates.Adapt), Vector256.Create(rates.Creep));
        (level + Vector256.Min(above, step) - Vector256.Min(below, step)).StoreUnsafe(ref levels, at);

        var twice = Vector256.AddSaturate(difference, difference);
        var rise = Vector256.Min(Vector256.SubtractSaturate(twice, threshold), Vector256.Create(rates.Rise));
        var decay = Vector256.Min(Vector256.SubtractSaturate(threshold, twice), Vector256.Create(rates.Decay));
        (threshold + rise - decay).StoreUnsafe(ref thresholds, at);
        return ~alike.ExtractMostSignificantBits();
    }
}
