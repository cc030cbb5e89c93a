using System.Globalization;
using System.Text;
using Gateway.Edge.Charging.Sessions;

namespace Gateway.Edge.Console.Charging;

/// <summary>A power curve as the coordinates of a drawing: a line, the area under it, and round numbers at its axes.</summary>
/// <param name="Line">Points of the line.</param>
/// <param name="Area">Points of the area.</param>
/// <param name="MostWatts">Power at the upper edge, W.</param>
/// <param name="Highest">Highest power of the curve, W.</param>
/// <param name="Last">Last power, W.</param>
/// <param name="Span">Time at the right edge.</param>
public sealed record PowerPlot(string Line, string Area, double MostWatts, double Highest, double Last, TimeSpan Span)
{
    /// <summary>Width of the plot, without axes.</summary>
    public const int Width = 320;

    /// <summary>Height of the plot, without axes.</summary>
    public const int Height = 150;

    /// <summary>More points than this no screen shows.</summary>
    private const int MostPoints = 240;

    private static readonly double[] s_round = [1, 2, 2.5, 5, 10];

    /// <summary>The plot; null where nothing was measured yet.</summary>
    internal static PowerPlot? Of(IReadOnlyList<CurvePoint> curve)
    {
        if (curve.Count < 2)
        {
            return null;
        }

        var points = Thinned(curve);
        var (span, highest) = (Math.Max(60, points[^1].Second), points.Max(point => point.Watts));
        var most = Round(Math.Max(10, highest * 1.05));
        var line = new StringBuilder();
        foreach (var point in points)
        {
            line.Append(CultureInfo.InvariantCulture, $"{Width * point.Second / span:0.#},{Height - (Height * point.Watts / most):0.#} ");
        }

        var (first, last) = (Width * points[0].Second / span, Width * points[^1].Second / span);
        var area = string.Create(CultureInfo.InvariantCulture, $"{first:0.#},{Height} {line}{last:0.#},{Height}");
        return new PowerPlot(line.ToString().TrimEnd(), area, most, highest, curve[^1].Watts, TimeSpan.FromSeconds(span));
    }

    // Of each stretch the point of highest power stays: a short rush must not vanish.
    private static List<CurvePoint> Thinned(IReadOnlyList<CurvePoint> curve)
    {
        if (curve.Count <= MostPoints)
        {
            return [.. curve];
        }

        var stretch = (int)Math.Ceiling(curve.Count / (double)MostPoints);
        return [.. curve.Chunk(stretch).Select(points => points.MaxBy(point => point.Watts)), curve[^1]];
    }

    private static double Round(double watts)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(watts)));
        return power * s_round.First(step => step * power >= watts);
    }
}
