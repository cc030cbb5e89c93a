using System.Globalization;

namespace Gateway.Edge.Access.Csv;

/// <summary>Times in cells and options: the compound's local time, to the second.</summary>
internal static class LocalTimes
{
    private static readonly string[] s_times = ["yyyy-M-d H:mm", "yyyy-M-d H:mm:ss", "yyyy/M/d H:mm", "yyyy/M/d H:mm:ss", "yyyy-M-d'T'H:mm", "yyyy-M-d'T'H:mm:ss"];
    private static readonly string[] s_days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    /// <summary>Reads <c>2026-06-01 08:00</c>, <c>2026/6/1 8:00</c>, <c>2026-06-01</c>, or a time with its offset; null for anything else.</summary>
    /// <param name="text">The text.</param>
    /// <param name="zone">The compound's zone.</param>
    /// <param name="isEnd">A day alone means its end, not its beginning.</param>
    public static DateTimeOffset? Parse(string text, TimeZoneInfo zone, bool isEnd)
    {
        var trimmed = text.Trim();
        if (DateTime.TryParseExact(trimmed, s_times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return InRange(local, zone);
        }

        if (DateTime.TryParseExact(trimmed, s_days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return InRange(isEnd && day < DateTime.MaxValue.Date ? day.AddDays(1) : day, zone);
        }

        return DateTimeOffset.TryParseExact(trimmed, ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact)
            && exact.Year is >= 2000 and < 2200 ? exact : null;
    }

    /// <summary><c>2026-06-01 08:00</c>, with seconds where there are any.</summary>
    public static string Write(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return local.ToString(local.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static DateTimeOffset? InRange(DateTime local, TimeZoneInfo zone) =>
        local.Year is >= 2000 and < 2200 ? new DateTimeOffset(local, zone.GetUtcOffset(local)) : null;
}
