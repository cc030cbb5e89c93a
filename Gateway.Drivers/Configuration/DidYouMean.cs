namespace Gateway.Drivers.Configuration;

/// <summary>Finds the known word that a mistyped one was probably meant to be.</summary>
internal static class DidYouMean
{
    /// <summary><c>; did you mean 'X'?</c> for the nearest of <paramref name="known"/> within a third of its length, otherwise empty.</summary>
    public static string For(string written, IEnumerable<string> known)
    {
        var nearest = known
            .Select(word => (Word: word, Distance: Distance(written.ToUpperInvariant(), word.ToUpperInvariant())))
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault();
        return nearest.Word is not null && nearest.Distance <= Math.Max(1, nearest.Word.Length / 3)
            ? $"; did you mean '{nearest.Word}'?"
            : "";
    }

    /// <summary>Optimal string alignment: Levenshtein distance in which swapped neighbours count once.</summary>
    internal static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0 ? i + j : Cheapest(cost, a, b, i, j);
            }
        }

        return cost[a.Length, b.Length];
    }

    private static int Cheapest(int[,] cost, string a, string b, int i, int j)
    {
        var cheapest = Math.Min(
            cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1),
            Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(cheapest, cost[i - 2, j - 2] + 1) : cheapest;
    }
}
