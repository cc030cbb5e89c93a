namespace Gateway.Edge.Charging.Rules;

/// <summary>Statistics that single wrong values do not move.</summary>
internal static class Statistics
{
    /// <summary>The median absolute deviation times this is the standard deviation of normal values.</summary>
    private const double NormalScale = 1.4826;

    /// <summary>The middle value; 0 for none.</summary>
    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>The value below which that share of all lies, between neighbours in proportion; 0 for none.</summary>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0)
        {
            return 0;
        }

        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }

    /// <summary>Spread around the median, on the scale of a standard deviation.</summary>
    public static double Spread(IReadOnlyList<double> values)
    {
        var middle = Median(values);
        return NormalScale * Median(values.Select(value => Math.Abs(value - middle)));
    }
}
