namespace Gateway.Edge.Perception.Faces.Evaluation;

/// <summary>Similarities of genuine and impostor pairs, and the usual rates drawn from them.</summary>
internal sealed class VerificationScores
{
    private readonly List<float> _genuine = [];
    private readonly List<float> _impostor = [];

    /// <summary>Pairs added.</summary>
    public int Count => _genuine.Count + _impostor.Count;

    /// <summary>Adds one pair's similarity.</summary>
    public void Add(bool same, float similarity) => (same ? _genuine : _impostor).Add(similarity);

    /// <summary>Share of genuine pairs at or above the threshold.</summary>
    public double TruePositiveRate(float threshold) => ShareAtOrAbove(_genuine, threshold);

    /// <summary>Share of impostor pairs at or above the threshold.</summary>
    public double FalsePositiveRate(float threshold) => ShareAtOrAbove(_impostor, threshold);

    /// <summary>The rate where as many genuine pairs are refused as impostor pairs are accepted; between two thresholds, the mean of the nearest.</summary>
    public double EqualErrorRate()
    {
        if (_genuine.Count == 0 || _impostor.Count == 0)
        {
            return double.NaN;
        }

        var genuine = _genuine.Order().ToArray();
        var impostor = _impostor.Order().ToArray();
        var (best, rate) = (double.MaxValue, 0.5);
        var refused = 0;
        var passed = 0;
        foreach (var threshold in genuine.Concat(impostor).Distinct().Order())
        {
            while (refused < genuine.Length && genuine[refused] < threshold)
            {
                refused++;
            }

            while (passed < impostor.Length && impostor[passed] < threshold)
            {
                passed++;
            }

            var missRate = (double)refused / genuine.Length;
            var falseRate = (double)(impostor.Length - passed) / impostor.Length;
            if (Math.Abs(missRate - falseRate) < best)
            {
                (best, rate) = (Math.Abs(missRate - falseRate), (missRate + falseRate) / 2);
            }
        }

        return rate;
    }

    private static double ShareAtOrAbove(List<float> scores, float threshold) =>
        scores.Count == 0 ? double.NaN : (double)scores.Count(score => score >= threshold) / scores.Count;
}
