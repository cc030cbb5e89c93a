using System.Text.Json.Serialization;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>What came of one kind of clips, or of one kind of falls.</summary>
/// <param name="By">What is told apart.</param>
/// <param name="Value">Which of them.</param>
/// <param name="Falls">Falls of this kind, or in clips of this kind.</param>
/// <param name="Found">Those that were found.</param>
/// <param name="FalseAlarms">In clips of this kind; null where falls are told apart, which false alarms are not.</param>
/// <param name="Hours">Length of the clips; null where falls are told apart.</param>
internal sealed record GroupReport(
    [property: JsonPropertyName("by")] string By,
    [property: JsonPropertyName("value")] string Value,
    [property: JsonPropertyName("falls")] int Falls,
    [property: JsonPropertyName("found")] int Found,
    [property: JsonPropertyName("false_alarms")] int? FalseAlarms,
    [property: JsonPropertyName("hours")] double? Hours)
{
    /// <summary>Share of the falls that were found; null without a fall.</summary>
    [JsonPropertyName("recall")]
    public double? Recall => Statistics.Share(Found, Falls);

    /// <summary>All kinds that occur, those of falls before those of clips.</summary>
    public static IReadOnlyList<GroupReport> All(IReadOnlyList<ClipResult> results)
    {
        var falls = from outcome in results.SelectMany(result => result.Outcomes)
                    where outcome.Verdict is FallVerdict.Hit or FallVerdict.Miss
                    from kind in outcome.Truth!.Groups ?? new Dictionary<string, string>(StringComparer.Ordinal)
                    group outcome by new ClipGroup(kind.Key, kind.Value);
        var clips = from result in results from kind in result.Clip.Groups group result by kind;
        return
        [
            .. Sorted(falls).Select(kind => new GroupReport(
                kind.Key.By, kind.Key.Value, kind.Count(), kind.Count(outcome => outcome.Verdict == FallVerdict.Hit), null, null)),
            .. Sorted(clips).Select(kind => new GroupReport(
                kind.Key.By, kind.Key.Value, kind.Sum(clip => clip.Falls), kind.Sum(clip => clip.Found), kind.Sum(clip => clip.FalseAlarms),
                Math.Round(kind.Sum(clip => clip.Length.TotalHours), 9))),
        ];
    }

    /// <summary>Numbers by their size: "4-6 px" before "13-30 px".</summary>
    private static IEnumerable<IGrouping<ClipGroup, T>> Sorted<T>(IEnumerable<IGrouping<ClipGroup, T>> kinds) => kinds
        .OrderBy(kind => kind.Key.By, StringComparer.Ordinal)
        .ThenBy(kind => kind.Key.Value, StringComparer.Create(System.Globalization.CultureInfo.InvariantCulture, System.Globalization.CompareOptions.NumericOrdering));
}
