using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Access.Grants.Crew;

/// <summary>What holds for every row of a crew's table.</summary>
/// <param name="Until">The one end.</param>
/// <param name="From">The one begin; null for now.</param>
/// <param name="Tag">For rows without a tag of their own; null where each row has one.</param>
/// <param name="Host">For rows without a host or work order of their own; null likewise.</param>
/// <param name="Holidays">What holidays have to do with it.</param>
/// <param name="DryRun">Change nothing, say what would change.</param>
/// <param name="GoodRowsOnly">Take over the rows that are right although others are not; otherwise all or none.</param>
internal sealed record CrewTerms(
    DateTimeOffset Until,
    DateTimeOffset? From = null,
    string? Tag = null,
    string? Host = null,
    HolidayRule Holidays = HolidayRule.AnyDay,
    bool DryRun = false,
    bool GoodRowsOnly = false);
