using Gateway.Edge.Access.Grants;
using Gateway.Edge.Alerts.Strangers.Visits;
using Gateway.Edge.Console.Events;
using Gateway.Edge.Digest.Counts;
using Gateway.Edge.Patrols.Availability;

namespace Gateway.Edge.Console.Reports;

/// <summary>Puts the reports together. Safe for several threads.</summary>
internal sealed class ReportReader(DigestDaysReader days, VisitStore visits, AvailabilityStore availability, EventLines names, GrantZone zone, TimeProvider time)
{
    /// <summary>Today, in the compound's time.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone.Zone).DateTime);

    /// <summary>The range as an address names it.</summary>
    public ReportRange Range(string? name, string? from, string? to) => ReportRange.Of(name, from, to, Today);

    /// <summary>Every report.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The digest or the visits cannot be read.</exception>
    public (IReadOnlyList<ReportTable> Tables, DateOnly? First) Read(ReportRange range)
    {
        var counted = days.Read(range.From, range.To);
        var source = new ReportSource(range, counted, visits.Rates(StartOf(range.From), StartOf(range.To.AddDays(1))), availability.Between(range.From, range.To), names.NameOf);
        return (ReportTables.Of(source), counted.First);
    }

    private DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.Zone.GetUtcOffset(local));
    }
}
