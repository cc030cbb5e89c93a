namespace Gateway.Edge.Access.Decisions;

/// <summary>What grants say of one attempt. Pure: no clock, no memory.</summary>
internal static class GrantRules
{
    /// <summary>
    /// The grant that speaks for a worker, and what it says: one that lets in if there is any, otherwise the one that comes nearest to it.
    /// Null where there is no grant.
    /// </summary>
    public static (GrantTerms Grant, GrantVerdict Verdict)? Speak(IReadOnlyList<GrantTerms> grants, GateScene scene, DateTimeOffset at)
    {
        (GrantTerms Grant, GrantVerdict Verdict)? best = null;
        foreach (var grant in grants)
        {
            var verdict = Judge(grant, scene, at);
            if (best is not { } so || verdict > so.Verdict || (verdict == so.Verdict && Goes(grant, so.Grant, verdict, scene, at)))
            {
                best = (grant, verdict);
            }
        }

        return best;
    }

    /// <summary>What one grant says.</summary>
    public static GrantVerdict Judge(GrantTerms grant, GateScene scene, DateTimeOffset at) =>
        grant.IsRevoked ? GrantVerdict.Revoked
        : grant.IsOver || at >= grant.Until ? GrantVerdict.Ended
        : at < grant.From ? GrantVerdict.NotYet
        : !grant.Places.Include(scene.Gate, scene.Areas) ? GrantVerdict.WrongGate
        : !IsInHours(grant, scene, at) ? GrantVerdict.WrongHour
        : grant.EntriesLeft <= 0 && !IsSameEntry(grant, scene, at) ? GrantVerdict.NoEntriesLeft
        : GrantVerdict.Expected;

    /// <summary>True in one of the grant's windows, whatever else holds.</summary>
    public static bool IsInHours(GrantTerms grant, GateScene scene, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, scene.Zone).DateTime;
        return grant.Hours?.Contains(local, Counts) ?? Counts(DateOnly.FromDateTime(local));

        bool Counts(DateOnly day) => grant.Holidays switch
        {
            HolidayRule.NotOnHolidays => !scene.Holidays.Contains(day),
            HolidayRule.OnlyOnHolidays => scene.Holidays.Contains(day),
            _ => true,
        };
    }

    /// <summary>True when an opening now belongs to the entry counted before.</summary>
    public static bool IsSameEntry(GrantTerms grant, GateScene scene, DateTimeOffset at) =>
        grant.LastEntry?.Covers(scene.Gate, at, scene.SameEntry) == true;

    // Of two that say the same, the one to name; by id in the end, so that the order in which they lie does not matter.
    private static bool Goes(GrantTerms left, GrantTerms right, GrantVerdict verdict, GateScene scene, DateTimeOffset at)
    {
        var order = verdict switch
        {
            GrantVerdict.Expected => Spent(left).CompareTo(Spent(right)),
            GrantVerdict.NotYet => left.From.CompareTo(right.From),
            _ => right.Until.CompareTo(left.Until),
        };
        return order != 0 ? order < 0 : left.Id.CompareTo(right.Id) < 0;

        // Costs nothing before costs an entry; then the one that ends first.
        (int, DateTimeOffset) Spent(GrantTerms grant) => (IsSameEntry(grant, scene, at) ? 0 : grant.EntriesLeft is null ? 1 : 2, grant.Until);
    }
}
