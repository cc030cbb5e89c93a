using Gateway.Edge.Charging.Rules;
using Gateway.Edge.Charging.Sessions;

namespace Gateway.Edge.Charging.Learning;

/// <summary>
/// How far a charge had tapered when it ended: the median power of its last quarter of an hour under load, as a share of its plateau, which is
/// the 90 % quantile of all its points. A healthy battery ends near 0.2, one that does not taper near 1.
/// </summary>
internal static class ChargeTail
{
    private const double Plateau = 0.9;

    /// <summary>Below this nothing is drawn, W.</summary>
    private const double Least = 5;

    /// <summary>What is shorter ends because somebody needs the bike.</summary>
    private static readonly TimeSpan s_shortest = TimeSpan.FromHours(1);

    private static readonly TimeSpan s_last = TimeSpan.FromMinutes(15);

    /// <summary>The share; null where power flowed for less than an hour.</summary>
    public static double? Of(IReadOnlyList<CurvePoint> curve)
    {
        List<CurvePoint> drawn = [.. curve.Where(point => point.Watts >= Least)];
        if (drawn.Count < 2 || drawn[^1].Second - drawn[0].Second < s_shortest.TotalSeconds)
        {
            return null;
        }

        var plateau = Statistics.Quantile(drawn.Select(point => point.Watts), Plateau);
        var last = drawn.Where(point => point.Second > drawn[^1].Second - s_last.TotalSeconds).Select(point => point.Watts);
        // Noise may lift the last minutes above what was given most of the time.
        return Math.Round(Math.Min(1, Statistics.Median(last) / plateau), 3);
    }
}
