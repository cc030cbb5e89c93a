namespace Gateway.Edge.Perception.FallingObjects.Physics;

/// <summary>Small systems of normal equations: n rows of n coefficients and the right side. Allocates nothing.</summary>
internal static class LinearSystem
{
    private const int Most = 5;

    /// <summary>Adds an observation.</summary>
    /// <param name="normal">n x (n + 1), row by row.</param>
    /// <param name="row">Its n coefficients.</param>
    /// <param name="value">What they should make.</param>
    /// <param name="weight">One over its variance.</param>
    public static void Add(Span<double> normal, ReadOnlySpan<double> row, double value, double weight)
    {
        var n = row.Length;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                normal[(i * (n + 1)) + j] += weight * row[i] * row[j];
            }

            normal[(i * (n + 1)) + n] += weight * row[i] * value;
        }
    }

    /// <summary>Solves by elimination with the largest pivot; false where the system says too little.</summary>
    /// <param name="normal">Left as it is.</param>
    /// <param name="damping">Makes the diagonal larger by this share (Marquardt).</param>
    /// <param name="solution">n values.</param>
    public static bool Solve(ReadOnlySpan<double> normal, double damping, Span<double> solution)
    {
        var n = solution.Length;
        Span<double> work = stackalloc double[Most * (Most + 1)];
        normal.CopyTo(work);
        for (var i = 0; i < n; i++)
        {
            work[(i * (n + 1)) + i] *= 1 + damping;
        }

        for (var pivot = 0; pivot < n; pivot++)
        {
            if (!Eliminate(work, n, pivot))
            {
                return false;
            }
        }

        for (var i = 0; i < n; i++)
        {
            solution[i] = work[(i * (n + 1)) + n] / work[(i * (n + 1)) + i];
            if (!double.IsFinite(solution[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The diagonal element of the inverse, an unknown's variance; -1 where there is none.</summary>
    public static double InverseColumn(ReadOnlySpan<double> normal, int unknown, Span<double> column)
    {
        var n = column.Length;
        Span<double> work = stackalloc double[Most * (Most + 1)];
        normal.CopyTo(work);
        for (var i = 0; i < n; i++)
        {
            work[(i * (n + 1)) + n] = i == unknown ? 1 : 0;
        }

        return Solve(work[..(n * (n + 1))], 0, column) ? column[unknown] : -1;
    }

    private static bool Eliminate(Span<double> work, int n, int pivot)
    {
        var best = pivot;
        for (var i = pivot + 1; i < n; i++)
        {
            best = Math.Abs(work[(i * (n + 1)) + pivot]) > Math.Abs(work[(best * (n + 1)) + pivot]) ? i : best;
        }

        if (Math.Abs(work[(best * (n + 1)) + pivot]) < 1e-300)
        {
            return false;
        }

        for (var j = 0; j <= n && best != pivot; j++)
        {
            (work[(pivot * (n + 1)) + j], work[(best * (n + 1)) + j]) = (work[(best * (n + 1)) + j], work[(pivot * (n + 1)) + j]);
        }

        for (var i = 0; i < n; i++)
        {
            var share = i == pivot ? 0 : work[(i * (n + 1)) + pivot] / work[(pivot * (n + 1)) + pivot];
            for (var j = pivot; j <= n && share != 0; j++)
            {
                work[(i * (n + 1)) + j] -= share * work[(pivot * (n + 1)) + j];
            }
        }

        return true;
    }
}
