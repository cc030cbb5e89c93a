using System.Collections.Concurrent;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Registry;

namespace Gateway.Edge.Alerts.Grants;

/// <summary>
/// Follows what gates answer to temporary workers: counts entries, keeps who is inside, and tells what staff should know. Returns at once.
/// Safe for use by several threads.
/// </summary>
internal sealed class WorkerWatch(GrantBook book, GrantEntries entries, GrantScenes scenes, GrantFindings findings, GrantOptions options)
{
    private readonly ConcurrentDictionary<string, (Guid Grant, DateTimeOffset At)> _opened = new(StringComparer.Ordinal);

    /// <summary>A gate has given its answer, and the door has done what it says.</summary>
    public void Answered(string gate, LocalizedText name, PassageDecision decision, DateTimeOffset at)
    {
        switch (decision)
        {
            case PassageDecision.OpenedForTemporaryWorker { Leaves: true } leaving:
                entries.Left(leaving.Worker.Id);
                break;
            case PassageDecision.OpenedForTemporaryWorker { Terms: { } terms }:
                Enter(gate, name, terms, at);
                break;
            case PassageDecision.Refused { Terms: { } terms } refused when book.Now.Find(terms.Id) is { } grant:
                Refuse(gate, name, refused.Cause, grant, at);
                break;
            case PassageDecision.UnknownPerson when _opened.TryGetValue(gate, out var before) && at >= before.At && at - before.At < options.CompanionTime
                && book.Now.Find(before.Grant) is { } followed:
                findings.Tell(GrantData.TwoOnOnePass, EventPriority.High, followed, FindingWords.TwoOnOnePass(followed, name), at, gate, name);
                break;
        }
    }

    private void Enter(string gate, LocalizedText name, GrantTerms terms, DateTimeOffset at)
    {
        _opened[gate] = (terms.Id, at);
        if (GrantRules.IsSameEntry(terms, scenes.Of(gate), at))
        {
            return;
        }

        // Two gates that decide in the same moment may both have seen the last entry left: let in is let in, and staff are told.
        if (entries.Entered(terms.Id, gate, at) is { Entries: { } most } grant && grant.EntriesUsed > most)
        {
            findings.Tell(GrantData.TooManyEntries, EventPriority.High, grant, FindingWords.MoreEntries(grant, name), at, gate, name);
        }
    }

    private void Refuse(string gate, LocalizedText name, RefusalCause cause, Grant grant, DateTimeOffset at)
    {
        (string Phase, EventPriority Priority, LocalizedText Words)? finding = cause switch
        {
            RefusalCause.WrongGate => (GrantData.WrongGate, EventPriority.Normal, FindingWords.WrongGate(grant, name)),
            RefusalCause.WrongHour => (GrantData.WrongHour, EventPriority.Normal, FindingWords.WrongHour(grant, name)),
            RefusalCause.NoEntriesLeft => (GrantData.TooManyEntries, EventPriority.Normal, FindingWords.TooManyEntries(grant, name)),
            RefusalCause.GrantRevoked => (GrantData.AfterEnd, EventPriority.High, FindingWords.AfterEnd(grant, name)),
            RefusalCause.GrantEnded => (GrantData.AfterEnd, EventPriority.Normal, FindingWords.AfterEnd(grant, name)),
            _ => null,
        };
        if (finding is var (phase, priority, words))
        {
            findings.Tell(phase, priority, grant, words, at, gate, name);
        }
    }
}
