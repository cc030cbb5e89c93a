using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;

namespace Gateway.Edge.Access.Decisions;

/// <summary>What a gate answers to a claim. A closed set: the nested types are all there are.</summary>
/// <param name="Outcome">The outcome as it is recorded.</param>
/// <param name="Reason">The reason in words, with the next step where the gate stays closed.</param>
internal abstract record PassageDecision(PassageOutcome Outcome, LocalizedText Reason)
{
    /// <summary>True when the door is to be released.</summary>
    public bool Opens => this is OpenedForResident or OpenedForTemporaryWorker or OpenedInEmergency;

    /// <summary>The known person, where there is one.</summary>
    public virtual KnownPerson? Person => null;

    /// <summary>The temporary worker's grant that was decided on, where there is one.</summary>
    public virtual GrantTerms? Grant => null;

    internal sealed record OpenedForResident(KnownPerson Resident)
        : PassageDecision(PassageOutcome.OpenedResident, PassageWords.Welcome(Resident.MaskedName))
    {
        public override KnownPerson Person => Resident;
    }

    /// <param name="Worker">Who.</param>
    /// <param name="Terms">On which grant; null for someone who leaves and has none any more.</param>
    /// <param name="Words">The greeting.</param>
    /// <param name="Leaves">On the way out: no entry is counted, and the stay is over.</param>
    internal sealed record OpenedForTemporaryWorker(KnownPerson Worker, GrantTerms? Terms, LocalizedText Words, bool Leaves)
        : PassageDecision(PassageOutcome.OpenedTemporaryWorker, Words)
    {
        public override KnownPerson Person => Worker;

        public override GrantTerms? Grant => Terms;
    }

    /// <param name="Who">The known person; null for anybody else.</param>
    internal sealed record OpenedInEmergency(KnownPerson? Who) : PassageDecision(PassageOutcome.OpenedInEmergency, GrantWords.Released)
    {
        public override KnownPerson? Person => Who;
    }

    /// <param name="Cause">Why.</param>
    /// <param name="Words">The same in words.</param>
    /// <param name="Who">The known person; null where nobody was recognised.</param>
    /// <param name="Terms">The grant that comes nearest to letting in; null where there is none.</param>
    internal sealed record Refused(RefusalCause Cause, LocalizedText Words, KnownPerson? Who = null, GrantTerms? Terms = null)
        : PassageDecision(PassageOutcome.Refused, Words)
    {
        public override KnownPerson? Person => Who;

        public override GrantTerms? Grant => Terms;
    }

    internal sealed record UnknownPerson()
        : PassageDecision(PassageOutcome.Stranger, PassageWords.NotRegistered);
}
