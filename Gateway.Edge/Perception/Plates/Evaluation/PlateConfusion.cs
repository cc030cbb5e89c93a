using System.Text.Json.Serialization;

namespace Gateway.Edge.Perception.Plates.Evaluation;

/// <summary>A character taken for another one.</summary>
/// <param name="Expected">The true character; empty where one too many was read.</param>
/// <param name="Read">What was read; empty where one was left out.</param>
/// <param name="Count">How often.</param>
internal sealed record PlateConfusion(
    [property: JsonPropertyName("expected")] string Expected, [property: JsonPropertyName("read")] string Read, [property: JsonPropertyName("count")] int Count)
{
    /// <summary>Counts the differences between texts that were read and the true ones, most frequent first.</summary>
    public static IReadOnlyList<PlateConfusion> Among(IEnumerable<(string Expected, string Read)> misses) =>
    [
        .. misses.SelectMany(miss => Pairs(miss.Expected, miss.Read))
            .GroupBy(pair => pair)
            .Select(group => new PlateConfusion(group.Key.Expected, group.Key.Read, group.Count()))
            .OrderByDescending(confusion => confusion.Count)
            .ThenBy(confusion => confusion.Expected, StringComparer.Ordinal)
            .ThenBy(confusion => confusion.Read, StringComparer.Ordinal),
    ];

    /// <summary>The differences of two texts, aligned with the fewest changes (V. Levenshtein, 1966).</summary>
    private static IEnumerable<(string Expected, string Read)> Pairs(string expected, string read)
    {
        var cost = new int[expected.Length + 1, read.Length + 1];
        for (var i = 0; i <= expected.Length; i++)
        {
            for (var j = 0; j <= read.Length; j++)
            {
                cost[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(cost[i - 1, j - 1] + (expected[i - 1] == read[j - 1] ? 0 : 1), Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
            }
        }

        var (left, right) = (expected.Length, read.Length);
        while (left > 0 || right > 0)
        {
            if (left > 0 && right > 0 && cost[left, right] == cost[left - 1, right - 1] + (expected[left - 1] == read[right - 1] ? 0 : 1))
            {
                (left, right) = (left - 1, right - 1);
                if (expected[left] != read[right])
                {
                    yield return (expected[left].ToString(), read[right].ToString());
                }
            }
            else if (left > 0 && cost[left, right] == cost[left - 1, right] + 1)
            {
                yield return (expected[--left].ToString(), "");
            }
            else
            {
                yield return ("", read[--right].ToString());
            }
        }
    }
}
