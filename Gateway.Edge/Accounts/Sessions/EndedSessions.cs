using System.Security.Claims;

namespace Gateway.Edge.Accounts.Sessions;

/// <summary>
/// Sessions that somebody has signed out of: whoever kept a copy of the cookie has nothing. Held until the cookie runs out, in memory alone, so
/// a restart forgets them. Safe for several threads.
/// </summary>
internal sealed class EndedSessions(TimeProvider time)
{
    /// <summary>Sessions held at most. What would be more ends all sessions that run out no later than the first of those held.</summary>
    public const int Most = 10_000;

    private readonly Lock _gate = new();

    // All three guarded by _gate.
    private readonly Dictionary<string, DateTimeOffset> _ended = new(StringComparer.Ordinal);
    private readonly List<Watch> _open = [];
    private DateTimeOffset _allUntil = DateTimeOffset.MinValue;

    /// <summary>Ends a session, and what it has open.</summary>
    /// <param name="session">Whose sign-out it is.</param>
    /// <param name="runsOut">When its cookie runs out.</param>
    public void End(ClaimsPrincipal session, DateTimeOffset runsOut)
    {
        if (SessionClaims.SessionOf(session) is not { } id)
        {
            return;
        }

        List<Watch> over;
        lock (_gate)
        {
            MakeRoom();
            _ended[id] = runsOut;
            over = _open.FindAll(watch => watch.Session == id);
        }

        // Outside the lock: what is cancelled runs its own code.
        over.ForEach(watch => watch.Cancel());
    }

    /// <summary>True once somebody has signed out of the session.</summary>
    /// <param name="session">The cookie's.</param>
    /// <param name="runsOut">When the cookie runs out.</param>
    public bool IsEnded(ClaimsPrincipal? session, DateTimeOffset? runsOut)
    {
        lock (_gate)
        {
            return runsOut <= _allUntil || (SessionClaims.SessionOf(session) is { } id && _ended.ContainsKey(id));
        }
    }

    /// <summary>Tells of the end of a session for as long as something is open in it; at once where it has ended.</summary>
    public Watch Open(ClaimsPrincipal session)
    {
        var watch = new Watch(this, SessionClaims.SessionOf(session));
        bool ended;
        lock (_gate)
        {
            _open.Add(watch);
            ended = watch.Session is { } id && _ended.ContainsKey(id);
        }

        if (ended)
        {
            watch.Cancel();
        }

        return watch;
    }

    private void MakeRoom()
    {
        if (_ended.Count < Most)
        {
            return;
        }

        var now = time.GetUtcNow();
        foreach (var (old, end) in _ended)
        {
            if (end <= now)
            {
                _ended.Remove(old);
            }
        }

        if (_ended.Count >= Most)
        {
            var first = _ended.MinBy(entry => entry.Value);
            _allUntil = first.Value;
            _ended.Remove(first.Key);
        }
    }

    private void Close(Watch watch)
    {
        lock (_gate)
        {
            _open.Remove(watch);
        }
    }

    /// <summary>Something that is open in a session, until it is disposed.</summary>
    internal sealed class Watch(EndedSessions sessions, string? session) : IDisposable
    {
        // Holds no timer and no handle: left to the collector, so that a sign-out at the same moment may still cancel it.
        private readonly CancellationTokenSource _end = new();

        /// <summary>Cancelled when the session ends.</summary>
        public CancellationToken Token => _end.Token;

        /// <summary>The session's number; null for none.</summary>
        internal string? Session => session;

        /// <inheritdoc/>
        public void Dispose() => sessions.Close(this);

        internal void Cancel() => _end.Cancel();
    }
}
