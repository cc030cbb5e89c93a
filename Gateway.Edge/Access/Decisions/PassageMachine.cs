namespace Gateway.Edge.Access.Decisions;

/// <summary>
/// One gate's memory of who it has just answered, so that a person who keeps standing there is answered once and not with every
/// frame. Owned by the gate's loop; not thread-safe.
/// </summary>
internal sealed class PassageMachine(IPeople people, AccessOptions options, Func<GateScene> scene)
{
    private readonly Dictionary<AnsweredClaim, DateTimeOffset> _answered = [];

    /// <summary>What the gate shows now.</summary>
    public GatePhase Phase { get; private set; } = GatePhase.Idle;

    /// <summary>The last decision; null while nobody has been answered, or when the last answer has been on show long enough.</summary>
    public PassageDecision? Showing { get; private set; }

    private DateTimeOffset ShownSince { get; set; }

    private DateTimeOffset ShownUntil { get; set; }

    /// <summary>Answers a claim; null when this person, or this visit, has been given the same answer a moment ago.</summary>
    public PassageDecision? Answer(IdentityClaim claim)
    {
        Tick(claim.At);
        var decision = PassageRules.Decide(claim, people, scene());
        var key = AnsweredClaim.Of(claim, decision);
        if (_answered.ContainsKey(key))
        {
            return null;
        }

        _answered[key] = claim.At;
        Show(decision, claim.At);
        return decision;
    }

    /// <summary>The door could not be driven: the answer on show becomes a refusal that says so, and the person may try again at once.</summary>
    public PassageDecision.Refused DoorFailed(IdentityClaim claim)
    {
        _answered.Remove(AnsweredClaim.Of(claim, PassageRules.Decide(claim, people, scene())));
        var refused = new PassageDecision.Refused(RefusalCause.GateFault, PassageWords.GateFault);
        Show(refused, claim.At);
        return refused;
    }

    /// <summary>
    /// Moves time on: answers expire, and the gate returns to idle. What was answered later than now is expired too: the clock was set back, and
    /// waiting for it to catch up could silence a gate for hours.
    /// </summary>
    public void Tick(DateTimeOffset now)
    {
        if (Phase != GatePhase.Idle && (now >= ShownUntil || now < ShownSince))
        {
            (Phase, Showing) = (GatePhase.Idle, null);
        }

        foreach (var (key, at) in _answered)
        {
            if (now < at || now - at >= (key.Opened ? options.RepeatAfterOpening : options.RepeatAfterRefusal))
            {
                _answered.Remove(key);
            }
        }
    }

    private void Show(PassageDecision decision, DateTimeOffset at)
    {
        Showing = decision;
        Phase = decision.Opens ? GatePhase.Open : decision is PassageDecision.UnknownPerson ? GatePhase.Stranger : GatePhase.Refused;
        ShownSince = at;
        ShownUntil = at + (decision.Opens ? options.WelcomeFor : options.RefusalFor);
    }

    /// <summary>What makes two claims the same: the person where one is known, otherwise the visit; and the answer given.</summary>
    private readonly record struct AnsweredClaim(Guid? Subject, long Visit, bool Opened, Type Answer, RefusalCause? Cause)
    {
        public static AnsweredClaim Of(IdentityClaim claim, PassageDecision decision) => decision.Person is { } person
            ? new(person.Id, 0, decision.Opens, decision.GetType(), CauseOf(decision))
            : new(null, claim.Visit, decision.Opens, decision.GetType(), CauseOf(decision));

        private static RefusalCause? CauseOf(PassageDecision decision) => (decision as PassageDecision.Refused)?.Cause;
    }
}
