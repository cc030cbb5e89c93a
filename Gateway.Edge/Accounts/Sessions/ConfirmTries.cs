using System.Security.Claims;

namespace Gateway.Edge.Accounts.Sessions;

/// <summary>
/// Counts the wrong confirmations of each session by itself, so that nobody else's tries keep a person at work from confirming: five, and a quarter
/// of an hour's pause follows. Safe for several threads.
/// </summary>
internal sealed class ConfirmTries(TimeProvider time)
{
    // Sessions with wrong confirmations within a quarter of an hour. So many are no people: further ones wait.
    private const int Most = 1000;

    private readonly Lock _gate = new();

    // Guarded by _gate: how many wrong ones, and when the last of them was.
    private readonly Dictionary<string, (int Count, long Last)> _tries = new(StringComparer.Ordinal);

    /// <summary>Counts a try before it is looked at; a right one is given back.</summary>
    /// <returns>How long the session has to wait; null when the try may be looked at.</returns>
    public TimeSpan? Take(ClaimsPrincipal session)
    {
        if (SessionClaims.SessionOf(session) is not { } id)
        {
            return Credentials.Lockout;
        }

        lock (_gate)
        {
            foreach (var (old, tries) in _tries)
            {
                if (time.GetElapsedTime(tries.Last) >= Credentials.Lockout)
                {
                    _tries.Remove(old);
                }
            }

            var known = _tries.TryGetValue(id, out var own);
            if (own.Count >= Credentials.MostTries)
            {
                return Credentials.Lockout - time.GetElapsedTime(own.Last);
            }

            if (!known && _tries.Count >= Most)
            {
                return Credentials.Lockout;
            }

            _tries[id] = (own.Count + 1, time.GetTimestamp());
            return null;
        }
    }

    /// <summary>Takes back one counted try: it was right.</summary>
    public void GiveBack(ClaimsPrincipal session)
    {
        lock (_gate)
        {
            if (SessionClaims.SessionOf(session) is { } id && _tries.TryGetValue(id, out var own))
            {
                if (own.Count > 1)
                {
                    _tries[id] = own with { Count = own.Count - 1 };
                }
                else
                {
                    _tries.Remove(id);
                }
            }
        }
    }
}
