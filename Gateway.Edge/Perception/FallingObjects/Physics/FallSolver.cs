namespace Gateway.Edge.Perception.FallingObjects.Physics;

/// <summary>Fits a <see cref="FreeFall"/> to a track: least squares with priors, by Levenberg and Marquardt's method. Allocates nothing.</summary>
internal static class FallSolver
{
    private const int Unknowns = 5;
    private const int DragAt = 3;
    private const int Rounds = 40;

    private static readonly double[] Drags = [0.2, 0.6, 1.2, 2.4];
    private static readonly double[] Rests = [-1, -0.5, -0.1];

    /// <summary>Step of the numerical derivatives: far from both rounding and bending.</summary>
    private const double Nudge = 1e-5;

    /// <summary>The fall that fits best; null where the points do not accelerate downwards at all or cannot be solved.</summary>
    /// <param name="samples">At least five, in order of time.</param>
    /// <param name="priors">What is known before.</param>
    public static FallSolution? Solve(ReadOnlySpan<FitSample> samples, in FallPriors priors)
    {
        if (samples.Length < Unknowns || Begin(samples, out var bend) is not { } fall)
        {
            return null;
        }

        fall = BestStart(samples, fall, priors);
        var cost = CostOf(samples, fall, priors);
        var damping = 1e-3;
        Span<double> normal = stackalloc double[Unknowns * (Unknowns + 1)];
        Span<double> step = stackalloc double[Unknowns];
        for (var round = 0; round < Rounds; round++)
        {
            Normal(samples, fall, priors, normal);
            if (!LinearSystem.Solve(normal, damping, step) || (fall.Drag + step[DragAt] < 0 && !SolveWithoutDrag(normal, damping, fall.Drag, step)))
            {
                return null;
            }

            var next = new FreeFall(fall.Height + step[0], fall.Rest + step[1], Math.Max(1e-6, fall.Acceleration + step[2]), Math.Max(0, fall.Drag + step[DragAt]), fall.Approach + step[4]);
            var nextCost = CostOf(samples, next, priors);
            if (!(nextCost < cost))
            {
                damping *= 8;
                if (damping > 1e8)
                {
                    break;
                }

                continue;
            }

            var done = cost - nextCost < 1e-6 * cost;
            (fall, cost, damping) = (next, nextCost, Math.Max(1e-9, damping / 4));
            if (done)
            {
                break;
            }
        }

        return Describe(samples, fall, priors, normal, bend);
    }

    /// <summary>A parabola through all points, by weighted least squares.</summary>
    /// <param name="samples">The points.</param>
    /// <param name="bend">How many times its own uncertainty the parabola's bend is.</param>
    private static FreeFall? Begin(ReadOnlySpan<FitSample> samples, out double bend)
    {
        bend = 0;
        Span<double> normal = stackalloc double[3 * 4];
        normal.Clear();
        foreach (ref readonly var sample in samples)
        {
            var weight = 1 / (sample.Unit * sample.Unit);
            ReadOnlySpan<double> row = [1, sample.Seconds, sample.Seconds * sample.Seconds];
            LinearSystem.Add(normal, row, sample.Height, weight);
        }

        Span<double> form = stackalloc double[3];
        if (!LinearSystem.Solve(normal, 0, form) || form[2] >= 0)
        {
            return null;
        }

        var off = 0.0;
        foreach (ref readonly var sample in samples)
        {
            off += Math.Pow((sample.Height - form[0] - (form[1] * sample.Seconds) - (form[2] * sample.Seconds * sample.Seconds)) / sample.Unit, 2);
        }

        Span<double> column = stackalloc double[3];
        var variance = LinearSystem.InverseColumn(normal, 2, column) * Math.Max(1, off / samples.Length);
        bend = variance > 0 ? -form[2] / Math.Sqrt(variance) : 0;
        var rest = -form[1] / (2 * form[2]);
        return new FreeFall(form[0] - (form[1] * form[1] / (4 * form[2])), rest, -2 * form[2], 0, 0);
    }

    /// <summary>A parabola is far from what air slows: of it and of some falls from the first point the nearest is where to begin.</summary>
    private static FreeFall BestStart(ReadOnlySpan<FitSample> samples, in FreeFall parabola, in FallPriors priors)
    {
        var (best, least) = (parabola, CostOf(samples, parabola, priors));
        Span<double> normal = stackalloc double[2 * 3];
        Span<double> form = stackalloc double[2];
        foreach (var drag in Drags)
        {
            foreach (var rest in Rests)
            {
                normal.Clear();
                var unit = new FreeFall(0, rest, 1, drag, 0);
                foreach (ref readonly var sample in samples)
                {
                    LinearSystem.Add(normal, [1, unit.At(sample.Seconds)], sample.Height, 1 / (sample.Unit * sample.Unit));
                }

                if (LinearSystem.Solve(normal, 0, form) && form[1] > 0
                    && new FreeFall(form[0], rest, form[1], drag, 0) is var start && CostOf(samples, start, priors) is var cost && cost < least)
                {
                    (best, least) = (start, cost);
                }
            }
        }

        return best;
    }

    private static double CostOf(ReadOnlySpan<FitSample> samples, in FreeFall fall, in FallPriors priors)
    {
        var cost = 0.0;
        foreach (ref readonly var sample in samples)
        {
            var off = (sample.Height - fall.At(sample.Seconds)) / sample.Unit;
            cost += off * off;
        }

        return cost + Math.Pow(fall.Drag / priors.DragError, 2) + Math.Pow(fall.Approach / priors.ApproachError, 2) + Math.Pow(fall.Rest / priors.RestError, 2)
            + (priors.Acceleration is { } usual ? Math.Pow((fall.Acceleration - usual) / priors.AccelerationError, 2) : 0);
    }

    private static void Normal(ReadOnlySpan<FitSample> samples, in FreeFall fall, in FallPriors priors, Span<double> normal)
    {
        normal.Clear();
        Span<double> row = stackalloc double[Unknowns];
        Span<FreeFall> moved =
        [
            fall with { Height = fall.Height + Nudge },
            fall with { Rest = fall.Rest + Nudge },
            fall with { Acceleration = fall.Acceleration + Nudge },
            fall with { Drag = fall.Drag + Nudge },
            fall with { Approach = fall.Approach + Nudge },
        ];
        foreach (ref readonly var sample in samples)
        {
            var at = fall.At(sample.Seconds);
            for (var i = 0; i < Unknowns; i++)
            {
                row[i] = (moved[i].At(sample.Seconds) - at) / Nudge;
            }

            LinearSystem.Add(normal, row, sample.Height - at, 1 / (sample.Unit * sample.Unit));
        }

        row.Clear();
        row[3] = 1;
        LinearSystem.Add(normal, row, -fall.Drag, 1 / (priors.DragError * priors.DragError));
        (row[3], row[4]) = (0, 1);
        LinearSystem.Add(normal, row, -fall.Approach, 1 / (priors.ApproachError * priors.ApproachError));
        (row[4], row[1]) = (0, 1);
        LinearSystem.Add(normal, row, -fall.Rest, 1 / (priors.RestError * priors.RestError));
        if (priors.Acceleration is { } usual)
        {
            row[1] = 0;
            row[2] = 1;
            LinearSystem.Add(normal, row, usual - fall.Acceleration, 1 / (priors.AccelerationError * priors.AccelerationError));
        }
    }

    /// <summary>Where drag would have to be negative the others find their best without any: a step cut short leads nowhere.</summary>
    private static bool SolveWithoutDrag(Span<double> normal, double damping, double drag, Span<double> step)
    {
        const int Row = Unknowns + 1;
        for (var i = 0; i < Unknowns; i++)
        {
            normal[(i * Row) + Unknowns] += drag * normal[(i * Row) + DragAt];
            (normal[(i * Row) + DragAt], normal[(DragAt * Row) + i]) = (0, 0);
        }

        (normal[(DragAt * Row) + DragAt], normal[(DragAt * Row) + Unknowns]) = (1, 0);
        if (!LinearSystem.Solve(normal, damping, step))
        {
            return false;
        }

        step[DragAt] = -drag;
        return true;
    }

    private static FallSolution? Describe(ReadOnlySpan<FitSample> samples, in FreeFall fall, in FallPriors priors, Span<double> normal, double bend)
    {
        var (units, pixels) = (0.0, 0.0);
        foreach (ref readonly var sample in samples)
        {
            var off = (sample.Height - fall.At(sample.Seconds)) / sample.Unit;
            units += off * off;
            pixels += off * off * sample.Pixels * sample.Pixels;
        }

        var misfit = Math.Sqrt(units / samples.Length);
        Normal(samples, fall, priors, normal);
        Span<double> column = stackalloc double[Unknowns];

        // What fits worse than expected is less certain than expected.
        var worse = Math.Max(1, misfit);
        return LinearSystem.InverseColumn(normal, 0, column) is var height && LinearSystem.InverseColumn(normal, 2, column) is var acceleration
            && height >= 0 && acceleration >= 0 && double.IsFinite(fall.Height)
            ? new FallSolution(fall, worse * Math.Sqrt(height), worse * Math.Sqrt(acceleration), misfit, Math.Sqrt(pixels / samples.Length), bend)
            : null;
    }
}
