using System.Globalization;
using Gateway.Cloud.Station.Hosting;
using Gateway.Cloud.Station.Texts;
using Microsoft.Extensions.Options;

namespace Gateway.Cloud.Station.Live;

/// <summary>Instants as officers read them: 24 h in the station's time zone, with their age.</summary>
internal sealed class StationClock(IOptions<StationOptions> options, TimeProvider time)
{
    private readonly TimeZoneInfo _zone = StationZone.Find(options.Value.TimeZone);

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary><c>2026-06-01 16:00:00.123 +08:00</c>.</summary>
    public string Exact(DateTimeOffset instant) => Local(instant).ToString("yyyy-MM-dd HH:mm:ss.fff zzz", CultureInfo.InvariantCulture);

    /// <summary><c>2026-06-01 16:00:00</c>.</summary>
    public string Short(DateTimeOffset instant) => Local(instant).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary><c>16:00:00</c> today, with the date otherwise.</summary>
    public string Brief(DateTimeOffset instant) =>
        Local(instant).Date == Local(Now).Date ? Local(instant).ToString("HH:mm:ss", CultureInfo.InvariantCulture) : Short(instant);

    /// <summary>The age in words; the page's script counts on from here.</summary>
    public string Age(DateTimeOffset instant, Wording words)
    {
        var age = Now - instant;
        return age switch
        {
            { TotalSeconds: < 5 } => words.JustNow,
            { TotalMinutes: < 1 } => words.Fill(words.SecondsAgo, (int)age.TotalSeconds),
            { TotalHours: < 1 } => words.Fill(words.MinutesAgo, (int)age.TotalMinutes),
            { TotalDays: < 1 } => words.Fill(words.HoursAgo, (int)age.TotalHours),
            _ => words.Fill(words.DaysAgo, (int)age.TotalDays),
        };
    }

    private DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone);
}
