using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Access.Passes;

/// <summary>Who holds which pass. Answers gates from memory; a change is on the disk before it counts. Safe for several threads.</summary>
internal sealed class PassBook : IDisposable
{
    /// <summary>Passes of one person: cards for the pockets of a coat, not for a whole street.</summary>
    public const int MostOfOne = 10;

    private readonly Lock _gate = new();
    private readonly PassRows _rows;
    private readonly PassSecrets _secrets;
    private readonly IPeople _people;
    private readonly TimeProvider _clock;
    private readonly Dictionary<Guid, Pass> _passes = [];
    private readonly Dictionary<string, Guid> _cards = new(StringComparer.Ordinal);

    public PassBook(PassRows rows, PassSecrets secrets, IPeople people, TimeProvider clock)
    {
        (_rows, _secrets, _people, _clock) = (rows, secrets, people, clock);
        foreach (var (pass, mark) in rows.ReadAll())
        {
            Keep(pass, mark);
        }
    }

    /// <summary>All passes, newest first; of one person where <paramref name="subject"/> is set.</summary>
    public IReadOnlyList<Pass> List(Guid? subject = null)
    {
        lock (_gate)
        {
            return [.. _passes.Values.Where(pass => subject is null || pass.Subject == subject).OrderByDescending(pass => pass.Issued)];
        }
    }

    /// <summary>A pass; null where there is none.</summary>
    public Pass? Find(Guid pass)
    {
        lock (_gate)
        {
            return _passes.GetValueOrDefault(pass);
        }
    }

    /// <summary>The pass of a card; null where nobody holds it.</summary>
    public Pass? OfCard(string number)
    {
        var mark = Convert.ToHexString(_secrets.MarkOf(CardNumber.Normal(number)));
        lock (_gate)
        {
            return _cards.TryGetValue(mark, out var id) ? _passes[id] : null;
        }
    }

    /// <summary>What stands against giving a pass; null when nothing does.</summary>
    public PassFault? Fault(PassRequest request)
    {
        var now = _clock.GetUtcNow();
        if (_people.Find(request.Subject) is null)
        {
            return PassFault.Nobody(request.Subject);
        }

        if (request.Card is { } card && !CardNumber.IsValid(card))
        {
            return PassFault.BadCard;
        }

        if (request.Until <= now)
        {
            return PassFault.EndsBefore;
        }

        lock (_gate)
        {
            return request.Card is { } number && OfCard(number) is { } taken ? PassFault.CardTaken(taken.Id)
                : _passes.Values.Count(held => held.Subject == request.Subject && held.StandsAt(now)) >= MostOfOne ? PassFault.TooMany
                : null;
        }
    }

    /// <summary>Gives somebody a card, or a code for the phone where no card is named. Exactly one of the two answers is set.</summary>
    public (Pass? Pass, PassFault? Fault) Issue(PassRequest request)
    {
        var number = request.Card is { } card ? CardNumber.Normal(card) : null;
        lock (_gate)
        {
            if (Fault(request) is { } fault)
            {
                return (null, fault);
            }

            var now = _clock.GetUtcNow();
            var mark = number is null ? null : _secrets.MarkOf(number);
            var pass = new Pass(Guid.CreateVersion7(now), request.Subject, number is null ? PassKind.Code : PassKind.Card, number?[^3..], now, request.Until, Revoked: null);
            _rows.Add(pass, mark);
            Keep(pass, mark);
            return (pass, null);
        }
    }

    /// <summary>Takes a pass back, at every gate at once; null where there is none. Done again, it changes nothing.</summary>
    public Pass? Revoke(Guid id)
    {
        lock (_gate)
        {
            if (!_passes.TryGetValue(id, out var pass) || pass.Revoked is not null)
            {
                return pass;
            }

            var now = _clock.GetUtcNow();
            _rows.Revoke(id, now);
            Release(id);
            return _passes[id] = pass with { Revoked = now };
        }
    }

    /// <summary>Forgets what nobody can use any more: passes that ended or were taken back before <paramref name="before"/>, and passes of people who are gone.</summary>
    /// <returns>How many.</returns>
    public int EraseBefore(DateTimeOffset before)
    {
        lock (_gate)
        {
            var over = _passes.Values.Where(pass => (pass.Revoked ?? pass.Until) < before || (_people.IsComplete && _people.Find(pass.Subject) is null)).ToList();
            foreach (var pass in over)
            {
                _rows.Erase(pass.Id);
                Release(pass.Id);
                _passes.Remove(pass.Id);
            }

            return over.Count;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _rows.Dispose();

    private void Keep(Pass pass, byte[]? mark)
    {
        _passes[pass.Id] = pass;
        if (mark is not null)
        {
            _cards[Convert.ToHexString(mark)] = pass.Id;
        }
    }

    private void Release(Guid id)
    {
        foreach (var mark in _cards.Where(card => card.Value == id).Select(card => card.Key).ToList())
        {
            _cards.Remove(mark);
        }
    }
}
