using System.Globalization;
using Gateway.Cloud.Contract;

namespace Gateway.Edge.Charging.Learning;

/// <summary>Findings in words, with what to do.</summary>
internal static class FindingWords
{
    /// <summary>What to do, whatever the finding.</summary>
    public static LocalizedText Advice { get; } = new(
        "请联系车主停用并检测电池和充电器；电池可能老化或充电器不能自行停止。检测前不要在楼内充电。",
        "Ask the owner to stop using it and have battery and charger checked: the battery may be worn out, or the charger may not stop by itself. No charging indoors until then.");

    /// <summary>What was found.</summary>
    public static LocalizedText Of(TaperFinding finding)
    {
        var (watts, tail) = (Number(finding.Plateau), Percent(finding.Tail));
        return finding.Kind == FindingKind.NeverTapered
            ? new($"约 {watts} 瓦的充电器直到时间用完仍以 {tail} 的功率充电，没有下降。", $"A charger of about {watts} W still drew {tail} of its power when the time was over: it did not taper.")
            : new(
                $"约 {watts} 瓦的充电器以前充满时功率会降到 {Percent(finding.Usual ?? 0)}，最近三次结束时仍有 {tail}。",
                $"A charger of about {watts} W used to come down to {Percent(finding.Usual ?? 0)} of its power; at the end of its last three charges it was still at {tail}.");
    }

    private static string Number(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("0", CultureInfo.InvariantCulture) + "%";
}
