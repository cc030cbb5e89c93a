using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>A draft that can be stored.</summary>
/// <param name="Tag">What the worker does.</param>
/// <param name="Host">Who asked for it.</param>
/// <param name="Places">Where it holds.</param>
/// <param name="Hours">Its hours; null for all.</param>
/// <param name="From">Begins.</param>
/// <param name="Until">Ends.</param>
/// <param name="Name">A new person's name.</param>
/// <param name="Phone">A new person's number; null for none.</param>
/// <param name="Draft">The rest, as typed.</param>
internal sealed record CheckedGrant(
    WorkerTag Tag, string Host, GrantPlaces Places, WeeklyHours? Hours, DateTimeOffset From, DateTimeOffset Until, string? Name, string? Phone, GrantDraft Draft)
{
    /// <summary>The grant as it will stand.</summary>
    public Grant ToGrant(Guid worker, string by, DateTimeOffset now, IReadOnlyList<Guid> vehicles) =>
        new(Guid.NewGuid(), worker, Tag.Code, Host, Places, Hours, Draft.Holidays, Draft.Entries, From, Until, by, now) { Vehicles = vehicles };
}
