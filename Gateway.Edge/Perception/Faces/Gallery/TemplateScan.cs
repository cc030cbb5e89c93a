using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Gateway.Edge.Perception.Faces.Recognition;

namespace Gateway.Edge.Perception.Faces.Gallery;

/// <summary>
/// One pass over all templates. A row's rounded product plus its proven bound tells whether the row could matter; only then is it scored
/// exactly. So the outcome is that of scoring every row exactly, at a quarter of the memory traffic.
/// </summary>
internal static class TemplateScan
{
    /// <summary>The best row's owner and score, and the best score of any other owner.</summary>
    public static (int Owner, float Score, float RunnerUp) Best<TDot>(TemplateTable table, ReadOnlySpan<float> query)
        where TDot : struct, IInt8Dot
    {
        Span<sbyte> steps = stackalloc sbyte[UnitVector.Length];
        Span<short> wide = stackalloc short[UnitVector.Length];
        var rounding = QuantisedVector.From(query, steps);
        for (var index = 0; index < steps.Length; index++)
        {
            wide[index] = steps[index];
        }

        ref var asked = ref MemoryMarshal.GetReference(wide);
        ref var rows = ref MemoryMarshal.GetArrayDataReference(table.Rounded);
        var (owner, best, second) = (-1, float.NegativeInfinity, float.NegativeInfinity);
        for (var row = 0; row < table.Count; row++)
        {
            var product = TDot.Dot(ref asked, ref Unsafe.Add(ref rows, (nint)row * UnitVector.Length));
            var stored = table.Roundings[row];
            var most = (product * rounding.Scale * stored.Scale) + QuantisedVector.Bound(rounding.Error, stored.Error);
            if (most <= second)
            {
                continue;
            }

            var score = UnitVector.Dot(query, table.ExactRow(row));
            var candidate = table.Owners[row];
            if (score > best)
            {
                second = candidate == owner ? second : best;
                (owner, best) = (candidate, score);
            }
            else if (score > second && candidate != owner)
            {
                second = score;
            }
        }

        return (owner, best, second);
    }
}
