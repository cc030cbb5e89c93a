using Gateway.Drivers.FaceGates.Readers;
using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Access.Passes;

/// <summary>
/// Looks at what a reader has read, from memory and with no network. A code opens once: a picture of it that was sent to a friend opens nothing
/// after its owner, and nothing half a minute later. Safe for several threads.
/// </summary>
internal sealed class PassCheck(PassBook book, PassSecrets secrets)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(Guid Pass, uint Step), DateTimeOffset> _used = [];

    /// <summary>Whose pass it is, or what the gate is to say. A code that is good counts as used.</summary>
    /// <param name="kind">What the reader reads. A code with a card's number in it can be printed by whoever has seen the card: it opens nothing.</param>
    /// <param name="text">What it has read.</param>
    /// <param name="now">This moment.</param>
    public PassReading Read(CredentialKind kind, string text, DateTimeOffset now) => kind == CredentialKind.Qr ? ReadCode(text, now) : ReadCard(text, now);

    /// <summary>The door could not be driven: the code may be shown again.</summary>
    public void GiveBack(PassReading reading)
    {
        if (reading is { Pass: { } pass, Step: { } step })
        {
            lock (_gate)
            {
                _used.Remove((pass.Id, step));
            }
        }
    }

    private PassReading ReadCard(string text, DateTimeOffset now) => Standing(book.OfCard(text), now, RefusalCause.CardUnknown);

    private PassReading ReadCode(string text, DateTimeOffset now)
    {
        if (PassCode.Read(secrets, text) is not { } code)
        {
            return Refused(RefusalCause.CodeUnknown);
        }

        if (!PassCode.IsFresh(code.Step, now))
        {
            return Refused(RefusalCause.CodeOld);
        }

        var reading = Standing(book.Find(code.Pass), now, RefusalCause.CodeUnknown) with { Step = code.Step };
        return reading.Pass is null || TryUse(code, now) ? reading : Refused(RefusalCause.CodeUsed);
    }

    private bool TryUse((Guid Pass, uint Step) code, DateTimeOffset now)
    {
        lock (_gate)
        {
            foreach (var old in _used.Keys.Where(key => !PassCode.IsFresh(key.Step, now)).ToList())
            {
                _used.Remove(old);
            }

            return _used.TryAdd(code, now);
        }
    }

    private static PassReading Standing(Pass? pass, DateTimeOffset now, RefusalCause unknown) => pass switch
    {
        null => Refused(unknown),
        { Revoked: not null } => Refused(RefusalCause.PassRevoked),
        _ when !pass.StandsAt(now) => Refused(RefusalCause.PassEnded),
        _ => new PassReading(pass, Refusal: null),
    };

    private static PassReading Refused(RefusalCause cause) => new(Pass: null, new PassageDecision.Refused(cause, PassageWords.OfPass(cause)));
}
