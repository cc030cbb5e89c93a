namespace Gateway.Edge.Access.Decisions;

/// <summary>Decides one claim. Pure: the same claim, people and scene give the same decision.</summary>
internal static class PassageRules
{
    /// <summary>
    /// The answer to <paramref name="claim"/>. Fails closed: a subject whom <paramref name="people"/> does not know is refused. Two things go
    /// before all else: a released gate opens for everybody, and nobody who is known is held back on the way out.
    /// </summary>
    public static PassageDecision Decide(IdentityClaim claim, IPeople people, GateScene scene)
    {
        var person = claim is { Kind: ClaimKind.Recognised, Subject: { } subject } ? Known(claim, people.Find(subject)) : null;
        return claim.Kind switch
        {
            _ when scene.Mode == CompoundMode.Released => new PassageDecision.OpenedInEmergency(person),
            ClaimKind.Recognised => DecideRecognised(person, scene, claim.At),
            // While faces are missing, an unknown one may be a resident's: refused in words, and nobody is alarmed.
            ClaimKind.Unrecognised when !people.IsComplete => new PassageDecision.Refused(RefusalCause.Unclear, PassageWords.CannotTell),
            ClaimKind.Unrecognised => new PassageDecision.UnknownPerson(),
            ClaimKind.Spoofed => new PassageDecision.Refused(RefusalCause.NotLive, PassageWords.NotLive),
            _ => new PassageDecision.Refused(RefusalCause.Unclear, PassageWords.Unclear(claim.Hint)),
        };
    }

    // A face that a terminal still knows, or that stood before the camera as the consent was withdrawn, is nobody's.
    private static KnownPerson? Known(IdentityClaim claim, KnownPerson? person) => claim.Method == IdentityClaim.Face && person is { ByFace: false } ? null : person;

    private static PassageDecision DecideRecognised(KnownPerson? person, GateScene scene, DateTimeOffset at) => person switch
    {
        null => new PassageDecision.Refused(RefusalCause.NoLongerRegistered, PassageWords.NoLongerRegistered),
        { Kind: PersonKind.TemporaryWorker } when scene.Way == GateWay.Out => Leave(person),
        { Kind: PersonKind.TemporaryWorker } => Enter(person, scene, at),
        { LeaseEnd: { } end } when at >= end && scene.Way != GateWay.Out => new PassageDecision.Refused(
            RefusalCause.LeaseEnded, GrantWords.LeaseEnded(person.MaskedName, end, at, scene.Zone), person),
        _ => new PassageDecision.OpenedForResident(person),
    };

    private static PassageDecision.OpenedForTemporaryWorker Leave(KnownPerson worker)
    {
        var inside = worker.Grants.Where(grant => grant.InsideSince is not null).OrderByDescending(grant => grant.InsideSince).ThenBy(grant => grant.Id).FirstOrDefault();
        return new PassageDecision.OpenedForTemporaryWorker(worker, inside, GrantWords.Leaves(worker), Leaves: true);
    }

    private static PassageDecision Enter(KnownPerson worker, GateScene scene, DateTimeOffset at)
    {
        if (GrantRules.Speak(worker.Grants, scene, at) is not var (grant, verdict))
        {
            return new PassageDecision.Refused(RefusalCause.NoGrant, GrantWords.NoGrant, worker);
        }

        if (verdict != GrantVerdict.Expected)
        {
            return new PassageDecision.Refused(CauseOf(verdict), GrantWords.Refusal(worker, grant, verdict, scene, at), worker, grant);
        }

        return scene.Mode == CompoundMode.Lockdown
            ? new PassageDecision.Refused(RefusalCause.BlockedByMode, GrantWords.Blocked(worker, grant), worker, grant)
            : new PassageDecision.OpenedForTemporaryWorker(worker, grant, GrantWords.Welcome(worker, grant), Leaves: false);
    }

    private static RefusalCause CauseOf(GrantVerdict verdict) => verdict switch
    {
        GrantVerdict.Revoked => RefusalCause.GrantRevoked,
        GrantVerdict.Ended => RefusalCause.GrantEnded,
        GrantVerdict.NotYet => RefusalCause.GrantNotBegun,
        GrantVerdict.WrongGate => RefusalCause.WrongGate,
        GrantVerdict.WrongHour => RefusalCause.WrongHour,
        _ => RefusalCause.NoEntriesLeft,
    };
}
