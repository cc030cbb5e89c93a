namespace Gateway.Edge.Access.Decisions;

/// <summary>Decides one claim. Pure: the same claim and the same people give the same decision.</summary>
internal static class PassageRules
{
    /// <summary>The answer to <paramref name="claim"/>. Fails closed: a subject whom <paramref name="people"/> does not know is refused.</summary>
    public static PassageDecision Decide(IdentityClaim claim, IPeople people) => claim.Kind switch
    {
        ClaimKind.Recognised => DecideRecognised(claim.Subject is { } subject ? people.Find(subject) : null),
        // While faces are missing, an unknown one may be a resident's: refused in words, and nobody is alarmed.
        ClaimKind.Unrecognised when !people.IsComplete => new PassageDecision.Refused(RefusalCause.Unclear, PassageWords.CannotTell),
        ClaimKind.Unrecognised => new PassageDecision.UnknownPerson(),
        ClaimKind.Spoofed => new PassageDecision.Refused(RefusalCause.NotLive, PassageWords.NotLive),
        _ => new PassageDecision.Refused(RefusalCause.Unclear, PassageWords.Unclear(claim.Hint)),
    };

    private static PassageDecision DecideRecognised(KnownPerson? person) => person switch
    {
        null => new PassageDecision.Refused(RefusalCause.NoLongerRegistered, PassageWords.NoLongerRegistered),
        { Kind: PersonKind.TemporaryWorker } => new PassageDecision.OpenedForTemporaryWorker(person),
        _ => new PassageDecision.OpenedForResident(person),
    };
}
