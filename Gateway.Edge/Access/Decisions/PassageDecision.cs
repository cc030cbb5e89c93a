using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;

namespace Gateway.Edge.Access.Decisions;

/// <summary>What a gate answers to a claim. A closed set: the nested types are all there are.</summary>
/// <param name="Outcome">The outcome as it is recorded.</param>
/// <param name="Reason">The reason in words, with the next step where the gate stays closed.</param>
internal abstract record PassageDecision(PassageOutcome Outcome, LocalizedText Reason)
{
    /// <summary>True when the door is to be released.</summary>
    public bool Opens => this is OpenedForResident or OpenedForTemporaryWorker;

    /// <summary>The known person, where there is one.</summary>
    public virtual KnownPerson? Person => null;

    internal sealed record OpenedForResident(KnownPerson Resident)
        : PassageDecision(PassageOutcome.OpenedResident, PassageWords.Welcome(Resident.MaskedName))
    {
        public override KnownPerson Person => Resident;
    }

    internal sealed record OpenedForTemporaryWorker(KnownPerson Worker)
        : PassageDecision(PassageOutcome.OpenedTemporaryWorker, PassageWords.WelcomeWorker(Worker.MaskedName))
    {
        public override KnownPerson Person => Worker;
    }

    internal sealed record Refused(RefusalCause Cause, LocalizedText Words)
        : PassageDecision(PassageOutcome.Refused, Words);

    internal sealed record UnknownPerson()
        : PassageDecision(PassageOutcome.Stranger, PassageWords.NotRegistered);
}
