using System.Globalization;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>Says what a clip lacks of the time that was asked for.</summary>
internal static class ClipGaps
{
    /// <summary>Null where the segments, oldest first and at least one, cover everything.</summary>
    public static Wording? Of(IReadOnlyList<Segment> segments, TimeSpan from, TimeSpan to)
    {
        var start = Missing(segments[0].Start - from);
        var end = Missing(to - segments[^1].End);
        var within = segments.Zip(segments.Skip(1)).Sum(pair => Missing(pair.Second.Start - pair.First.End));
        if (start + end + within <= 0)
        {
            return null;
        }

        List<string> zh = [];
        List<string> en = [];
        Say(start, "开头", "at the start");
        Say(within, "中间", "in between");
        Say(end, "结尾", "at the end");
        return new Wording($"录像不完整：缺少{string.Join("、", zh)}", $"The clip is not complete: missing {string.Join(", ", en)}");

        void Say(double seconds, string whereZh, string where)
        {
            if (seconds > 0)
            {
                zh.Add(string.Create(CultureInfo.InvariantCulture, $"{whereZh} {seconds:0.#} 秒"));
                en.Add(string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#} s {where}"));
            }
        }
    }

    private static double Missing(TimeSpan gap) => gap > Segment.Tolerance ? gap.TotalSeconds : 0;
}
