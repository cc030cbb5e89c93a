using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Decisions;

/// <summary>A temporary worker's grant, as far as a decision needs to know it. Immutable; times are instants, hours are the compound's.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Tag">What the worker does, such as 水电工 / plumber.</param>
/// <param name="From">Begins, included.</param>
/// <param name="Until">Ends, excluded.</param>
/// <param name="Places">Where it holds.</param>
/// <param name="Hours">Only in these hours of the week; null for all.</param>
/// <param name="Holidays">What holidays have to do with it.</param>
/// <param name="EntriesLeft">Entries that are left; null for any number.</param>
internal sealed record GrantTerms(
    Guid Id,
    LocalizedText Tag,
    DateTimeOffset From,
    DateTimeOffset Until,
    GrantPlaces Places,
    WeeklyHours? Hours = null,
    HolidayRule Holidays = HolidayRule.AnyDay,
    int? EntriesLeft = null)
{
    /// <summary>Was taken back before its end.</summary>
    public bool IsRevoked { get; init; }

    /// <summary>Has ended for good: a clock that is set back does not bring it to life again.</summary>
    public bool IsOver { get; init; }

    /// <summary>Whom a resident has invited, not somebody who works here: addressed so, decided alike.</summary>
    public bool IsVisitor { get; init; }

    /// <summary>The entry counted last; null for none.</summary>
    public LastEntry? LastEntry { get; init; }

    /// <summary>Came in on it at this time and was not seen leaving; null otherwise.</summary>
    public DateTimeOffset? InsideSince { get; init; }
}
