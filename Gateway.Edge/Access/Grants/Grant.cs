using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Access.Grants;

/// <summary>A temporary worker may come in. Immutable.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Worker">Whose.</param>
/// <param name="Tag">Code of the <see cref="WorkerTag"/>.</param>
/// <param name="Host">Who asked for it: a flat or a resident, or a work order.</param>
/// <param name="Places">Where it holds.</param>
/// <param name="Hours">Only in these hours of the week; null for all.</param>
/// <param name="Holidays">What holidays have to do with it.</param>
/// <param name="Entries">How many times the worker may enter; null for any number.</param>
/// <param name="From">Begins.</param>
/// <param name="Until">Ends.</param>
/// <param name="EnteredBy">Who granted or changed it last.</param>
/// <param name="EnteredAt">When.</param>
internal sealed record Grant(
    Guid Id,
    Guid Worker,
    string Tag,
    string Host,
    GrantPlaces Places,
    WeeklyHours? Hours,
    HolidayRule Holidays,
    int? Entries,
    DateTimeOffset From,
    DateTimeOffset Until,
    string EnteredBy,
    DateTimeOffset EnteredAt)
{
    /// <summary>Grows with every change that gates have to learn of.</summary>
    public long Revision { get; init; } = 1;

    /// <summary>Entries counted so far.</summary>
    public int EntriesUsed { get; init; }

    /// <summary>When it was taken back; null while it was not.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>When its end was noted, for good unless it is renewed; null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The entry counted last.</summary>
    public LastEntry? LastEntry { get; init; }

    /// <summary>Came in on it and was not seen leaving.</summary>
    public DateTimeOffset? InsideSince { get; init; }

    /// <summary>When it was found that the worker is inside beyond the window; null while not.</summary>
    public DateTimeOffset? OverstayedAt { get; init; }

    /// <summary>Vehicles registered with it.</summary>
    public IReadOnlyList<Guid> Vehicles { get; init; } = [];

    /// <summary>Entries that are left; null for any number.</summary>
    public int? EntriesLeft => Entries is { } entries ? Math.Max(entries - EntriesUsed, 0) : null;

    /// <summary>False once it was taken back or its end was noted.</summary>
    public bool IsLive => RevokedAt is null && EndedAt is null;

    /// <summary>Where it stands at a time.</summary>
    public GrantState StateAt(DateTimeOffset at) =>
        RevokedAt is not null ? GrantState.Revoked
        : EndedAt is not null || at >= Until ? GrantState.Ended
        : at < From ? GrantState.Coming
        : GrantState.Running;

    /// <summary>The grant as decisions know it.</summary>
    public GrantTerms ToTerms() => new(Id, WorkerTag.Parse(Tag)?.Words ?? new(Tag, Tag), From, Until, Places, Hours, Holidays, EntriesLeft)
    {
        IsRevoked = RevokedAt is not null,
        IsOver = EndedAt is not null,
        LastEntry = LastEntry,
        InsideSince = InsideSince,
        IsVisitor = Tag == WorkerTag.Visitor.Code,
    };
}
