using System.Globalization;

namespace Gateway.Edge.Patrols;

/// <summary>Times of day in a zone. A time that a change of clocks leaves out comes as much later; one that comes twice counts once. Immutable.</summary>
internal sealed class PatrolSchedule(IReadOnlyList<TimeOnly> times, TimeZoneInfo zone)
{
    private const int DaysAhead = 3;

    /// <summary>Reads times such as <c>03:30,15:30</c>, or <c>none</c>.</summary>
    public static bool TryParse(string text, out IReadOnlyList<TimeOnly> times)
    {
        times = [];
        if (text.Trim() == PatrolOptions.Never)
        {
            return true;
        }

        var found = new SortedSet<TimeOnly>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!TimeOnly.TryParseExact(part, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            {
                return false;
            }

            found.Add(time);
        }

        times = [.. found];
        return true;
    }

    /// <summary>The schedule of checked options.</summary>
    public static PatrolSchedule Of(PatrolOptions options) =>
        new(TryParse(options.Times, out var times) ? times : [], TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone));

    /// <summary>The first instant after <paramref name="now"/>; null when there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return Enumerable.Range(0, DaysAhead)
            .SelectMany(day => times.Select(time => InstantOf(today.AddDays(day).ToDateTime(time))))
            .Where(instant => instant > now)
            .Order()
            .Select(instant => (DateTimeOffset?)instant)
            .FirstOrDefault();
    }

    private DateTimeOffset InstantOf(DateTime local)
    {
        if (zone.IsInvalidTime(local))
        {
            // The offset that held before the clocks went forward leads to the same instant after it.
            return new DateTimeOffset(local, zone.GetUtcOffset(local.AddHours(-3)));
        }

        return zone.IsAmbiguousTime(local)
            ? new DateTimeOffset(local, zone.GetAmbiguousTimeOffsets(local).Max())
            : new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
