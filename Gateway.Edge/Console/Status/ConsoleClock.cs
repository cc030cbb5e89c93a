using System.Globalization;
using Gateway.Edge.Console.Texts;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Console.Status;

/// <summary>Instants as people read them: 24 h in the compound's time zone, with their age.</summary>
internal sealed class ConsoleClock(IOptions<ConsoleOptions> options, TimeProvider time)
{
    private const string FieldFormat = "yyyy-MM-ddTHH:mm";

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone);

    /// <summary><c>2026-06-01 16:00:00.123 +08:00</c>.</summary>
    public string Exact(DateTimeOffset instant) => Local(instant).ToString("yyyy-MM-dd HH:mm:ss.fff zzz", CultureInfo.InvariantCulture);

    /// <summary><c>16:00:00</c> today, with the date otherwise.</summary>
    public string Brief(DateTimeOffset instant) => Local(instant).ToString(
        Local(instant).Date == Local(time.GetUtcNow()).Date ? "HH:mm:ss" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary><c>16:00</c> today, <c>06-01 16:00</c> this year, with the year otherwise: for what is agreed by the minute.</summary>
    public string Minute(DateTimeOffset instant)
    {
        var (local, now) = (Local(instant), Local(time.GetUtcNow()));
        return local.ToString(local.Date == now.Date ? "HH:mm" : local.Year == now.Year ? "MM-dd HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary><c>2026-06-01</c>: for what is agreed by the day.</summary>
    public string Day(DateTimeOffset instant) => Local(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As a browser's field for date and time holds it: <c>2026-06-01T16:00</c>.</summary>
    public string Field(DateTimeOffset instant) => Local(instant).ToString(FieldFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads what such a field holds, in the compound's time; null for anything else.</summary>
    public DateTimeOffset? FromField(string? text)
    {
        string[] formats = [FieldFormat, "yyyy-MM-ddTHH:mm:ss"];
        return DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is > 1 and < 9999
            ? new DateTimeOffset(local, _zone.GetUtcOffset(local))
            : null;
    }

    /// <summary>The last second of the day that is so many days from today.</summary>
    public DateTimeOffset EndOfDay(int days = 0)
    {
        var end = Local(time.GetUtcNow()).Date.AddDays(days + 1).AddSeconds(-1);
        return new DateTimeOffset(end, _zone.GetUtcOffset(end));
    }

    /// <summary>The last second of this month.</summary>
    public DateTimeOffset EndOfMonth()
    {
        var today = Local(time.GetUtcNow()).Date;
        return EndOfDay(DateTime.DaysInMonth(today.Year, today.Month) - today.Day);
    }

    /// <summary>The age in words; the page's script counts on from here.</summary>
    public string Age(DateTimeOffset instant, Language language)
    {
        var age = time.GetUtcNow() - instant;
        return age switch
        {
            { TotalSeconds: < 5 } => language[PageTexts.JustNow],
            { TotalMinutes: < 1 } => language.Fill(PageTexts.SecondsAgo, (int)age.TotalSeconds),
            { TotalHours: < 1 } => language.Fill(PageTexts.MinutesAgo, (int)age.TotalMinutes),
            { TotalDays: < 1 } => language.Fill(PageTexts.HoursAgo, (int)age.TotalHours),
            _ => language.Fill(PageTexts.DaysAgo, (int)age.TotalDays),
        };
    }

    private DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone);
}
