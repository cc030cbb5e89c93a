namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>Figures of tables.</summary>
internal static class Statistics
{
    /// <summary>The value that a share of all values does not exceed, by linear interpolation; of at least one value.</summary>
    /// <param name="values">In any order.</param>
    /// <param name="share">0..1.</param>
    public static double Quantile(IReadOnlyList<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length ? double.Lerp(sorted[below], sorted[below + 1], place - below) : sorted[below];
    }

    /// <summary>A share; null of nothing.</summary>
    public static double? Share(double part, double whole) => whole > 0 ? part / whole : null;
}
