using Gateway.Drivers.FaceGates.Readers;
using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Access.Passes;

/// <summary>
/// Looks at what a reader has read, from memory and with no network. A code opens once, and after it only one that was made later: a picture of it that
/// was sent to a friend opens nothing after its owner, and nothing half a minute later. What was used before a restart is not known, so codes made
/// before it are old. Safe for several threads.
/// </summary>
internal sealed class PassCheck(PassBook book, PassSecrets secrets, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly uint _start = PassCode.StepAt(clock.GetUtcNow());
    private readonly Dictionary<Guid, uint> _used = [];
    private DateTimeOffset _latest = DateTimeOffset.MinValue;

    /// <summary>Whose pass it is, or what the gate is to say. A code that is good counts as used.</summary>
    /// <param name="kind">What the reader reads. A code with a card's number in it can be printed by whoever has seen the card: it opens nothing.</param>
    /// <param name="text">What it has read.</param>
    /// <param name="now">This moment.</param>
    public PassReading Read(CredentialKind kind, string text, DateTimeOffset now) => kind switch
    {
        CredentialKind.Qr => ReadCode(text, now),
        CredentialKind.Pin => ReadPin(text, now),
        // One line brings both, and cards of eight or nine digits look like PINs.
        CredentialKind.CardOrPin when PinNumber.Looks(text) && book.OfCard(text) is null => ReadPin(text, now),
        _ => ReadCard(text, now),
    };

    /// <summary>The door was certainly not opened: the code may be shown again, though none that was made before it.</summary>
    public void GiveBack(PassReading reading)
    {
        if (reading is { Pass: { } pass, Step: { } step })
        {
            lock (_gate)
            {
                if (_used.TryGetValue(pass.Id, out var last) && last == step)
                {
                    _used[pass.Id] = step - 1;
                }
            }
        }
    }

    private PassReading ReadCard(string text, DateTimeOffset now) => Standing(book.OfCard(text), now, RefusalCause.CardUnknown);

    // One answer to whatever does not stand: it must not tell that there is such a PIN.
    private PassReading ReadPin(string text, DateTimeOffset now) =>
        PinNumber.Looks(text) && book.OfPin(text) is { } pass && pass.StandsAt(now) ? new PassReading(pass, Refusal: null) : Refused(RefusalCause.PinWrong);

    private PassReading ReadCode(string text, DateTimeOffset now)
    {
        if (PassCode.Read(secrets, text) is not { } code)
        {
            return Refused(RefusalCause.CodeUnknown);
        }

        lock (_gate)
        {
            _latest = now > _latest ? now : _latest;
            if (now < _latest - PassCode.Step)
            {
                return Refused(RefusalCause.ClockBehind);
            }

            if (code.Step <= _start || !PassCode.IsFresh(code.Step, now))
            {
                return Refused(RefusalCause.CodeOld);
            }

            var reading = Standing(book.Find(code.Pass), now, RefusalCause.CodeUnknown) with { Step = code.Step };
            return reading.Pass is null || TryUse(code) ? reading : Refused(RefusalCause.CodeUsed);
        }
    }

    private bool TryUse((Guid Pass, uint Step) code)
    {
        // The clock goes back by one step at most, and a code is good for two: what is older than these is old by itself.
        foreach (var old in _used.Where(used => used.Value + 3 < PassCode.StepAt(_latest)).Select(used => used.Key).ToList())
        {
            _used.Remove(old);
        }

        if (_used.TryGetValue(code.Pass, out var last) && code.Step <= last)
        {
            return false;
        }

        _used[code.Pass] = code.Step;
        return true;
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
