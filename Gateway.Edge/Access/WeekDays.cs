namespace Gateway.Edge.Access;

/// <summary>Days of the week as people write them.</summary>
internal static class WeekDays
{
    private const string Daily = "daily";

    private static readonly string[] s_english = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly string[] s_chinese = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

    /// <summary>The days of <c>Mon-Fri</c>, <c>Sat,Sun</c>, <c>周一至周五</c>, <c>daily</c> or <c>每天</c>, in order; empty for anything else.</summary>
    public static List<DayOfWeek> Parse(string text)
    {
        if (text.Equals(Daily, StringComparison.OrdinalIgnoreCase) || text is "每天" or "每日")
        {
            return [.. Enumerable.Range(0, 7).Select(Day)];
        }

        var days = new SortedSet<int>();
        foreach (var part in text.Split(',', '、'))
        {
            var ends = part.Split('-', '至', '到', '~');
            if (ends.Length > 2 || Index(ends[0]) is not { } first || Index(ends[^1]) is not { } last)
            {
                return [];
            }

            // Fri-Mon goes over the end of the week.
            for (var day = first; ; day = (day + 1) % 7)
            {
                days.Add(day);
                if (day == last)
                {
                    break;
                }
            }
        }

        return [.. days.Select(Day)];
    }

    /// <summary>The same in one spelling: <c>daily</c>, or <c>Mon-Wed,Sat</c>.</summary>
    public static string Write(IReadOnlyList<DayOfWeek> days)
    {
        if (days.Count == 7)
        {
            return Daily;
        }

        var indices = days.Select(day => ((int)day + 6) % 7).Order().ToList();
        var parts = new List<string>();
        for (var start = 0; start < indices.Count;)
        {
            var end = start;
            while (end + 1 < indices.Count && indices[end + 1] == indices[end] + 1)
            {
                end++;
            }

            parts.Add(end == start ? s_english[indices[start]] : $"{s_english[indices[start]]}-{s_english[indices[end]]}");
            start = end + 1;
        }

        return string.Join(',', parts);
    }

    private static DayOfWeek Day(int index) => (DayOfWeek)((index + 1) % 7);

    private static int? Index(string text)
    {
        var index = Array.FindIndex(s_english, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        index = index >= 0 ? index : Array.IndexOf(s_chinese, text.Replace("星期", "周", StringComparison.Ordinal).Replace('天', '日'));
        return index >= 0 ? index : null;
    }
}
