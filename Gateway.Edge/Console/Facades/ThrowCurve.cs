using System.Globalization;
using Gateway.Edge.Perception.FallingObjects;

namespace Gateway.Edge.Console.Facades;

/// <summary>The curve through a fall's track: a polynomial in metres and time, seen by the camera, for drawing alone.</summary>
internal static class ThrowCurve
{
    private const int Steps = 32;

    /// <summary>Points as SVG wants them; empty without a calibration or with too short a track.</summary>
    public static string Points(Fall fall, FallView view)
    {
        // Air takes a fall off the parabola: there a third power is needed to follow it.
        var degree = fall.Fit.TerminalSpeed is null ? 2 : 3;
        if (view.Calibration is not { } calibration || fall.Track.Count <= degree || fall.Duration <= TimeSpan.Zero)
        {
            return "";
        }

        var times = fall.Track.Select(point => (point.Time - fall.Began) / fall.Duration).ToArray();
        var heights = Fit(times, [.. fall.Track.Select(point => calibration.HeightAt(point.Y / view.Height).Metres)], degree);
        var across = Fit(times, [.. fall.Track.Select(point => point.X)], 1);
        return !heights.Concat(across).All(double.IsFinite) ? "" : string.Join(' ', Enumerable.Range(0, Steps + 1).Select(step => (double)step / Steps).Select(at => string.Create(
            CultureInfo.InvariantCulture, $"{At(across, at):0.#},{calibration.RowOf(At(heights, at)) * view.Height:0.#}")));
    }

    private static double At(double[] polynomial, double x) => polynomial.Reverse().Aggregate(0.0, (sum, factor) => (sum * x) + factor);

    /// <summary>Least squares by the normal equations; times are 0..1, so that they are well enough conditioned.</summary>
    private static double[] Fit(double[] x, double[] y, int degree)
    {
        var count = degree + 1;
        var rows = new double[count][];
        for (var i = 0; i < count; i++)
        {
            rows[i] = new double[count + 1];
            for (var point = 0; point < x.Length; point++)
            {
                for (var j = 0; j < count; j++)
                {
                    rows[i][j] += Math.Pow(x[point], i + j);
                }

                rows[i][count] += Math.Pow(x[point], i) * y[point];
            }
        }

        return Solve(rows);
    }

    private static double[] Solve(double[][] rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var best = Enumerable.Range(i, rows.Length - i).MaxBy(row => Math.Abs(rows[row][i]));
            (rows[i], rows[best]) = (rows[best], rows[i]);
            foreach (var other in Enumerable.Range(0, rows.Length).Where(row => row != i))
            {
                var factor = rows[other][i] / rows[i][i];
                for (var j = i; j <= rows.Length; j++)
                {
                    rows[other][j] -= factor * rows[i][j];
                }
            }
        }

        return [.. rows.Select((row, i) => row[^1] / row[i])];
    }
}
