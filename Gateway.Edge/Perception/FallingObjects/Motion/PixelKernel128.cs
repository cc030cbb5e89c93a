using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <summary>128-bit vectors through the portable API: NEON on ARM, SSE on x86.</summary>
internal readonly struct PixelKernel128 : IPixelKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Step(ref byte pixels, ref byte tolerances, ref byte levels, ref byte thresholds, PixelRates rates) =>
        Quarter(ref pixels, ref tolerances, ref levels, ref thresholds, 0, rates)
        | ((ulong)Quarter(ref pixels, ref tolerances, ref levels, ref thresholds, 16, rates) << 16)
        | ((ulong)Quarter(ref pixels, ref tolerances, ref levels, ref thresholds, 32, rates) << 32)
        | ((ulong)Quarter(ref pixels, ref tolerances, ref levels, ref thresholds, 48, rates) << 48);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Quarter(ref byte pixels, ref byte tolerances, ref byte levels, ref byte thresholds, nuint at, PixelRates rates)
    {
        var pixel = Vector128.LoadUnsafe(ref pixels, at);
        var level = Vector128.LoadUnsafe(ref levels, at);
        var threshold = Vector128.LoadUnsafe(ref thresholds, at);
        var above = Vector128.SubtractSaturate(pixel, level);
        var below = Vector128.SubtractSaturate(level, pixel);
        var difference = above | below;
        var counted = Vector128.SubtractSaturate(difference, Vector128.LoadUnsafe(ref tolerances, at));

        var alike = Vector128.Equals(
            Vector128.SubtractSaturate(counted, Vector128.Max(threshold, Vector128.Create(rates.Floor))), Vector128<byte>.Zero);
        var step = Vector128.ConditionalSelect(alike, Vector128.Create(rates.Adapt), Vector128.Create(rates.Creep));
        (level + Vector128.Min(above, step) - Vector128.Min(below, step)).StoreUnsafe(ref levels, at);

        var twice = Vector128.AddSaturate(difference, difference);
        var rise = Vector128.Min(Vector128.SubtractSaturate(twice, threshold), Vector128.Create(rates.Rise));
        var decay = Vector128.Min(Vector128.SubtractSaturate(threshold, twice), Vector128.Create(rates.Decay));
        (threshold + rise - decay).StoreUnsafe(ref thresholds, at);
        return ~alike.ExtractMostSignificantBits() & 0xFFFF;
    }
}
