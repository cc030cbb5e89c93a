using Gateway.Cloud.Contract;

namespace Gateway.Edge.Notices;

/// <summary>What a notice may be.</summary>
internal static class NoticeRules
{
    /// <summary>Most Chinese characters: what a display shows without scrolling, readable from two metres away.</summary>
    public const int LongestZh = 60;

    /// <summary>Most characters of the English words, for the same reason.</summary>
    public const int LongestEn = 120;

    /// <summary>Most notices kept at once; those that are over make room.</summary>
    public const int Most = 50;

    /// <summary>Longest time ahead.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <summary>What is wrong with a notice, by the field of its form: <c>zh</c>, <c>en</c>, <c>gates</c>, <c>until</c>.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="gates">Device ids of the gates there are.</param>
    /// <param name="now">Now.</param>
    public static IEnumerable<(string Field, LocalizedText Fault)> FaultsOf(GateNotice notice, IReadOnlyCollection<string> gates, DateTimeOffset now)
    {
        if (notice.Words.Zh.Length == 0)
        {
            yield return ("zh", new("请填写要显示的中文内容", "Write what is to be shown in Chinese"));
        }

        foreach (var (field, text, longest) in ((string, string, int)[])[("zh", notice.Words.Zh, LongestZh), ("en", notice.Words.En, LongestEn)])
        {
            if (text.Length > longest)
            {
                yield return (field, new($"最多 {longest} 个字，现为 {text.Length} 个：请缩短", $"At most {longest} characters fit, these are {text.Length}: shorten them"));
            }
            else if (text.Any(char.IsControl))
            {
                yield return (field, new("不能含换行等控制字符", "Line breaks and other control characters cannot be shown"));
            }
        }

        if (notice.Gates.Where(gate => gate is null || !gates.Contains(gate)).Take(1).ToList() is [var unknown])
        {
            yield return ("gates", new($"没有编号为 {unknown ?? "null"} 的门", $"There is no gate {unknown ?? "null"}"));
        }

        if (notice.Until <= now || notice.Until <= notice.From)
        {
            yield return ("until", new("结束时间必须晚于现在和开始时间", "The end must lie after now and after the beginning"));
        }
        else if (notice.Until > now + Longest)
        {
            yield return ("until", new($"最长可显示 {Longest.TotalDays:0} 天", $"A notice stays for {Longest.TotalDays:0} days at most"));
        }
    }
}
