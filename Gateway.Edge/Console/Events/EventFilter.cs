using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Accounts;
using Gateway.Edge.Accounts.Permissions;
using Gateway.Edge.Console.History;
using Gateway.Edge.Digest.Search;

namespace Gateway.Edge.Console.Events;

/// <summary>Which records the history is asked for.</summary>
/// <param name="Kind">One of <see cref="EventKind"/>; null for all.</param>
/// <param name="Device">Device id; null for all.</param>
/// <param name="Outcome">What happened, as the digest calls it; null for all.</param>
/// <param name="Plate">Part of a plate in capitals, two characters or more; null for all.</param>
/// <param name="Tag">Code of a worker's tag; null for all.</param>
/// <param name="Person">Opaque id of a person; null for all.</param>
/// <param name="Since">Not before; null for any time.</param>
/// <param name="Until">Before; null for any time.</param>
internal sealed record EventFilter(
    string? Kind = null, string? Device = null, string? Outcome = null, string? Plate = null, string? Tag = null, Guid? Person = null, DateTimeOffset? Since = null, DateTimeOffset? Until = null)
{
    /// <summary>Where one person goes is for those who may look the person up.</summary>
    public static bool MayAskForPeople(AccountRole? role) => RouteRules.MaySee(role, "/privacy");

    /// <summary>A guard keeps to what happens at the gates; who did what in the office is the auditor's.</summary>
    public static bool MaySeeKind(AccountRole? role, string kind) => kind != EventKind.Audit || RouteRules.MaySee(role, "/audit");

    /// <summary>The question to the journal, of what the account may see: a guard nothing from before the role; null where the account may not ask it.</summary>
    public EventQuery? For(AccountStanding? account)
    {
        if (account is null || (Person is not null && !MayAskForPeople(account.Role)))
        {
            return null;
        }

        return new EventQuery
        {
            Sorts = sort => MaySeeKind(account.Role, sort.Kind)
                && (Kind is null || sort.Kind == Kind)
                && (Device is null || sort.Device == Device)
                && (Outcome is null || sort.Code == Outcome || sort.Method == Outcome)
                && (Tag is null || sort.Tag == Tag),
            Plate = Plate,
            Person = Person?.ToString("N"),
            Since = HistoryView.From(account) is { } from && !(Since > from) ? from : Since,
            Until = Until,
        };
    }
}
