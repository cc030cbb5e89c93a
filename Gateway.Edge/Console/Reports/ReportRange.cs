using System.Globalization;
using Gateway.Edge.Console.Vehicles;
using Gateway.Edge.Digest;

namespace Gateway.Edge.Console.Reports;

/// <summary>Days that a report is about, both ends included.</summary>
/// <param name="Name"><c>today</c>, <c>7</c>, <c>30</c> or <c>own</c>.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, not before <paramref name="From"/>.</param>
internal sealed record ReportRange(string Name, DateOnly From, DateOnly To)
{
    public const string Today = "today";
    public const string Week = "7";
    public const string Month = "30";
    public const string Own = "own";

    // Calendars end; nothing was on record then.
    private static readonly DateOnly s_earliest = new(2000, 1, 1);

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>How many days.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Every day, in order.</summary>
    public IEnumerable<DateOnly> All => Enumerable.Range(0, Days).Select(From.AddDays);

    /// <summary>As it stands in an address; what cannot be read becomes seven days, and more than <see cref="DigestKeeper.DaysKept"/> days become these.</summary>
    public static ReportRange Of(string? name, string? from, string? to, DateOnly today) => name switch
    {
        Today => new ReportRange(Today, today, today),
        Month => new ReportRange(Month, today.AddDays(-29), today),
        Own when Parse(from) is { } begin && Parse(to) is { } asked && (asked < today ? asked : today) is var end && begin <= end && end >= s_earliest =>
            new ReportRange(Own, end.DayNumber - begin.DayNumber >= DigestKeeper.DaysKept ? end.AddDays(1 - DigestKeeper.DaysKept) : begin, end),
        _ => new ReportRange(Week, today.AddDays(-6), today),
    };

    /// <summary>A day as a field and an address hold it.</summary>
    public static string Text(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>The range at an address.</summary>
    public string Address(string path) => Name == Own
        ? QueryAddress.Of(path, ("range", Own), ("from", Text(From)), ("to", Text(To)))
        : QueryAddress.Of(path, ("range", Name));

    private static DateOnly? Parse(string? text) => DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
