using Gateway.Edge.Access.Decisions;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Passes;

/// <summary>
/// Who holds which pass. Gates are answered from memory and never wait for the disk. What is given is on the disk before it counts; what is taken
/// back counts before it is on the disk. Safe for several threads.
/// </summary>
internal sealed class PassBook : IDisposable
{
    /// <summary>Passes of one person: cards for the pockets of a coat, not for a whole street.</summary>
    public const int MostOfOne = 10;

    // Of those who change something alone: it is held while the disk writes.
    private readonly Lock _gate = new();
    private readonly PassRows _rows;
    private readonly PassSecrets _secrets;
    private readonly IPeople _people;
    private readonly TimeProvider _clock;
    private readonly ILogger<PassBook> _logger;
    private readonly Dictionary<Guid, DateTimeOffset> _unwritten = [];
    private volatile PassShelf _shelf = PassShelf.Empty;

    public PassBook(PassRows rows, PassSecrets secrets, IPeople people, TimeProvider clock, ILogger<PassBook> logger)
    {
        (_rows, _secrets, _people, _clock, _logger) = (rows, secrets, people, clock, logger);
        foreach (var (pass, mark) in rows.ReadAll())
        {
            _shelf = _shelf.With(pass, mark);
        }
    }

    /// <summary>All passes, newest first; of one person where <paramref name="subject"/> is set.</summary>
    public IReadOnlyList<Pass> List(Guid? subject = null) =>
        [.. _shelf.Passes.Where(pass => subject is null || pass.Subject == subject).OrderByDescending(pass => pass.Issued)];

    /// <summary>What opens gates now for some people, in one look through all passes.</summary>
    public ILookup<Guid, Pass> Standing(IReadOnlySet<Guid> subjects)
    {
        var now = _clock.GetUtcNow();
        return _shelf.Passes.Where(pass => subjects.Contains(pass.Subject) && pass.StandsAt(now)).ToLookup(pass => pass.Subject);
    }

    /// <summary>A pass; null where there is none.</summary>
    public Pass? Find(Guid pass) => _shelf.Find(pass);

    /// <summary>The pass of a card; null where nobody holds it.</summary>
    public Pass? OfCard(string number) => _shelf.OfMark(_secrets.MarkOf(CardNumber.Normal(number)));

    /// <summary>The pass of a PIN; null where nobody holds it.</summary>
    public Pass? OfPin(string pin) => _shelf.OfMark(_secrets.MarkOfPin(pin));

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

        if (request is { Pin: true, Card: not null })
        {
            return PassFault.CardAndPin;
        }

        if (request.Until <= now)
        {
            return PassFault.EndsBefore;
        }

        return request.Card is { } number && OfCard(number) is { } taken ? PassFault.CardTaken(taken.Id)
            : _shelf.Passes.Count(held => held.Subject == request.Subject && held.StandsAt(now) && !(request.Pin && held.Kind == PassKind.Pin)) >= MostOfOne ? PassFault.TooMany
            : null;
    }

    /// <summary>Gives somebody a card, or a code for the phone where no card is named. Exactly one of the two answers is set.</summary>
    /// <exception cref="SqliteException">It could not be written; nothing was given.</exception>
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
            // A card that was taken back is free on the disk too before somebody else holds it.
            WriteRevoked();
            _rows.Add(pass, mark);
            _shelf = _shelf.With(pass, mark);
            return (pass, null);
        }
    }

    /// <summary>Gives somebody a PIN that nobody else has, and takes back the one they had. The pass and the PIN, which is kept nowhere, or the fault.</summary>
    /// <exception cref="SqliteException">It could not be written; nothing was given.</exception>
    public (Pass? Pass, string? Pin, PassFault? Fault) IssuePin(PassRequest request)
    {
        lock (_gate)
        {
            if (Fault(request) is { } fault)
            {
                return (null, null, fault);
            }

            var now = _clock.GetUtcNow();
            var held = _shelf.Passes.Where(pass => pass.Kind == PassKind.Pin && pass.StandsAt(now)).ToList();
            string pin;
            do
            {
                pin = PinNumber.Make(PinNumber.DigitsFor(held.Count));
            }
            while (OfPin(pin) is not null || OfCard(pin) is not null);
            var given = new Pass(Guid.CreateVersion7(now), request.Subject, PassKind.Pin, Hint: null, now, request.Until, Revoked: null);
            var mark = _secrets.MarkOfPin(pin);
            _rows.Add(given, mark);
            _shelf = _shelf.With(given, mark);
            foreach (var before in held.Where(pass => pass.Subject == request.Subject))
            {
                Revoke(before.Id);
            }

            return (given, pin, null);
        }
    }

    /// <summary>Takes a pass back, at every gate at once, also while the disk is full; null where there is none. Done again, it only writes what is not on the disk yet.</summary>
    public Revocation? Revoke(Guid id)
    {
        lock (_gate)
        {
            if (_shelf.Find(id) is not { } pass)
            {
                return null;
            }

            if (pass.Revoked is null)
            {
                pass = pass with { Revoked = _clock.GetUtcNow() };
                _unwritten[id] = pass.Revoked.Value;
                _shelf = _shelf.WithRevoked(pass);
            }

            try
            {
                WriteRevoked();
            }
            catch (SqliteException error)
            {
                PassesLog.RevocationNotWritten(_logger, _unwritten.Count, error);
            }

            return new Revocation(pass, OnDisk: !_unwritten.ContainsKey(id));
        }
    }

    /// <summary>
    /// Forgets what nobody can use any more: passes that ended or were taken back before <paramref name="before"/>, and passes of people who are gone.
    /// Writes first what was taken back while the disk was full.
    /// </summary>
    /// <returns>How many.</returns>
    /// <exception cref="SqliteException">It could not be written; nothing was forgotten.</exception>
    public int EraseBefore(DateTimeOffset before)
    {
        lock (_gate)
        {
            WriteRevoked();
            var over = _shelf.Passes
                .Where(pass => (pass.Revoked ?? pass.Until) < before || (_people.IsComplete && _people.Find(pass.Subject) is null))
                .Select(pass => pass.Id)
                .ToList();
            if (over.Count > 0)
            {
                _rows.Erase(over);
                _shelf = _shelf.Without(over);
            }

            return over.Count;
        }
    }

    /// <summary>Forgets every pass of one person, at every gate at once; standing ones are taken back with it.</summary>
    /// <returns>How many; 0 when done again.</returns>
    /// <exception cref="SqliteException">It could not be written; the passes open nothing all the same.</exception>
    public int Erase(Guid subject)
    {
        lock (_gate)
        {
            var theirs = _shelf.Passes.Where(pass => pass.Subject == subject).ToList();
            foreach (var pass in theirs.Where(pass => pass.Revoked is null))
            {
                _shelf = _shelf.WithRevoked(pass with { Revoked = _clock.GetUtcNow() });
            }

            List<Guid> ids = [.. theirs.Select(pass => pass.Id)];
            _rows.Erase(ids);
            ids.ForEach(id => _unwritten.Remove(id));
            _shelf = _shelf.Without(ids);
            return ids.Count;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _rows.Dispose();

    private void WriteRevoked()
    {
        foreach (var (pass, at) in _unwritten)
        {
            _rows.Revoke(pass, at);
            _unwritten.Remove(pass);
        }
    }
}
