using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>A grant as somebody typed it, before it is checked.</summary>
/// <param name="Tag">Code, word, or the compound's own word of at most 16 characters.</param>
/// <param name="Host">The flat, the resident or the work order, 1 to 64 characters.</param>
/// <param name="Until">Ends; at most two years after it begins.</param>
/// <param name="Worker">Somebody who is known already; null for a new person.</param>
/// <param name="Name">A new person's name, 1 to 40 characters.</param>
/// <param name="Phone">A new person's number; may be absent.</param>
/// <param name="Face">The face with consent; null for no face.</param>
/// <param name="Gates">Device ids of gates; null or empty for all, unless areas are named.</param>
/// <param name="Areas">Names of areas of the settings.</param>
/// <param name="From">Begins; null for now.</param>
/// <param name="Hours">Hours of the week, such as <c>Mon-Fri 08:00-18:00; Sat 22:00-02:00</c>; null for all.</param>
/// <param name="Holidays">What holidays have to do with it.</param>
/// <param name="Entries">How many times the worker may enter, 1 to 1000; null for any number.</param>
/// <param name="Plates">Vehicles to register with it, at most 5.</param>
internal sealed record GrantDraft(
    string Tag,
    string Host,
    DateTimeOffset Until,
    Guid? Worker = null,
    string? Name = null,
    string? Phone = null,
    FaceOffer? Face = null,
    IReadOnlyList<string>? Gates = null,
    IReadOnlyList<string>? Areas = null,
    DateTimeOffset? From = null,
    string? Hours = null,
    HolidayRule Holidays = HolidayRule.AnyDay,
    int? Entries = null,
    IReadOnlyList<string>? Plates = null);
