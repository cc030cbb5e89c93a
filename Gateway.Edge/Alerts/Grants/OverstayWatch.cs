using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Registry;

namespace Gateway.Edge.Alerts.Grants;

/// <summary>Finds workers who came in, whose window or grant is over, and who were not seen leaving. Works where exit gates are set.</summary>
internal sealed class OverstayWatch(GrantBook book, GrantEntries entries, GrantScenes scenes, GrantFindings findings, GrantOptions options, TimeProvider clock)
{
    /// <summary>Tells of every overstay that is new; returns how many.</summary>
    public int Look()
    {
        var now = clock.GetUtcNow();
        List<Grant> over = [.. book.Now.All.Where(grant => grant.InsideSince is not null && grant.OverstayedAt is null && IsOver(grant, now) && !IsExpected(grant, now))];
        foreach (var grant in over)
        {
            entries.Overstayed(grant.Id, now);
            findings.Tell(GrantData.Overstay, EventPriority.High, grant, FindingWords.Overstay(grant), now, ActionAudit.Gateway, gateName: null);
        }

        return over.Count;
    }

    // Another grant lets the worker be here now.
    private bool IsExpected(Grant grant, DateTimeOffset now)
    {
        var scene = scenes.Of(grant.LastEntry?.Gate ?? "");
        return book.Now.GrantsOf(grant.Worker).Any(other => other.Id != grant.Id && GrantRules.Judge(other.ToTerms(), scene, now) == GrantVerdict.Expected);
    }

    // Over by the grant's end, or outside of its hours now and since the grace began.
    private bool IsOver(Grant grant, DateTimeOffset now)
    {
        if ((grant.RevokedAt ?? grant.Until) + options.OverstayGrace <= now)
        {
            return true;
        }

        var (terms, scene) = (grant.ToTerms(), scenes.Of(grant.LastEntry?.Gate ?? ""));
        return grant.InsideSince <= now - options.OverstayGrace
            && !GrantRules.IsInHours(terms, scene, now)
            && !GrantRules.IsInHours(terms, scene, now - options.OverstayGrace);
    }
}
