using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>The projection H(y) = (p + q y) / (1 + r y) that fits known floor lines best.</summary>
/// <param name="P">p, metres.</param>
/// <param name="Q">q, metres.</param>
/// <param name="R">r.</param>
/// <param name="RowError">Root mean square of what the lines are off, as a fraction of the picture's height.</param>
internal readonly record struct FloorLineFit(double P, double Q, double R, double RowError)
{
    public const int LeastLines = 4;

    /// <summary>Two lines closer than this cannot be told apart when they are drawn.</summary>
    private const double LeastStep = 0.005;

    /// <summary>Lines that are farther off than this are not lines of floors of one height.</summary>
    private const double MostError = 0.02;

    /// <exception cref="CalibrationException">See <see cref="FacadeCalibration.FromFloorLines"/>.</exception>
    public static FloorLineFit Of(IReadOnlyList<FloorLine> lines, double floorHeight)
    {
        var sorted = lines.OrderBy(line => line.Floor).ToList();
        if (sorted.Count < LeastLines)
        {
            throw new CalibrationException(new Wording($"至少需要 {LeastLines} 条楼层线", $"At least {LeastLines} floor lines are needed"));
        }

        foreach (var (lower, upper) in sorted.Zip(sorted.Skip(1)))
        {
            if (lower.Floor == upper.Floor || lower.Y - upper.Y < LeastStep)
            {
                throw new CalibrationException(new Wording(
                    $"楼层线 {lower.Floor} 与 {upper.Floor} 有误：楼层越高，y 必须越小",
                    $"The floor lines {lower.Floor} and {upper.Floor} are wrong: the higher the floor the smaller its y must be"));
            }
        }

        return Checked(Solve(sorted, floorHeight), sorted, floorHeight);
    }

    private static FloorLineFit Checked(FloorLineFit fit, List<FloorLine> lines, double floorHeight)
    {
        var squares = lines.Sum(line =>
        {
            var metres = (line.Floor - 1) * floorHeight;
            var row = (fit.P - metres) / ((fit.R * metres) - fit.Q);
            return (row - line.Y) * (row - line.Y);
        });

        // Three numbers are taken from the lines: what is left over tells how well they were drawn.
        var error = Math.Sqrt(squares / (lines.Count - 3));
        return double.IsFinite(error) && error <= MostError
            ? fit with { RowError = error }
            : throw new CalibrationException(new Wording(
                $"楼层线互相矛盾（偏差为画面高度的 {error * 100:0.#}%）：请检查每条线的楼层号和 y",
                $"The floor lines contradict each other (by {error * 100:0.#} % of the picture's height): check each line's floor and y"));
    }

    /// <summary>Least squares of p + q y - r (y H) = H, by Cramer's rule on the three normal equations.</summary>
    public static FloorLineFit Solve(List<FloorLine> lines, double floorHeight)
    {
        var matrix = new double[3, 3];
        var right = new double[3];
        foreach (var (floor, y) in lines)
        {
            var height = (floor - 1) * floorHeight;
            double[] row = [1, y, -y * height];
            for (var i = 0; i < 3; i++)
            {
                right[i] += row[i] * height;
                for (var j = 0; j < 3; j++)
                {
                    matrix[i, j] += row[i] * row[j];
                }
            }
        }

        var whole = Determinant(matrix);
        return new FloorLineFit(Part(0), Part(1), Part(2), 0);

        double Part(int column)
        {
            var replaced = (double[,])matrix.Clone();
            for (var i = 0; i < 3; i++)
            {
                replaced[i, column] = right[i];
            }

            return Determinant(replaced) / whole;
        }
    }

    private static double Determinant(double[,] m) =>
        (m[0, 0] * ((m[1, 1] * m[2, 2]) - (m[1, 2] * m[2, 1])))
        - (m[0, 1] * ((m[1, 0] * m[2, 2]) - (m[1, 2] * m[2, 0])))
        + (m[0, 2] * ((m[1, 0] * m[2, 1]) - (m[1, 1] * m[2, 0])));
}
