using System.Security.Claims;

namespace Gateway.Edge.Accounts.Sessions;

/// <summary>
/// Which sessions have given a password or a code lately: what opens a gate, carries data away or erases it asks for that. In memory alone, so
/// a restart asks again. Safe for several threads.
/// </summary>
internal sealed class StepUps(TimeProvider time)
{
    /// <summary>How long a confirmation counts.</summary>
    public static readonly TimeSpan Counts = TimeSpan.FromMinutes(5);

    private const int Most = 1000;

    private readonly Lock _gate = new();

    // Guarded by _gate.
    private readonly Dictionary<string, long> _confirmed = new(StringComparer.Ordinal);

    /// <summary>The session has just given a password or a code.</summary>
    public void Confirm(ClaimsPrincipal session)
    {
        if (SessionClaims.SessionOf(session) is not { } id)
        {
            return;
        }

        lock (_gate)
        {
            foreach (var (old, at) in _confirmed)
            {
                if (time.GetElapsedTime(at) >= Counts)
                {
                    _confirmed.Remove(old);
                }
            }

            // So many sessions in five minutes are no people: none of them counts as confirmed.
            if (_confirmed.Count < Most)
            {
                _confirmed[id] = time.GetTimestamp();
            }
        }
    }

    /// <summary>The session has ended: its confirmation counts no more.</summary>
    public void Forget(ClaimsPrincipal session)
    {
        if (SessionClaims.SessionOf(session) is { } id)
        {
            lock (_gate)
            {
                _confirmed.Remove(id);
            }
        }
    }

    /// <summary>True while a confirmation counts.</summary>
    public bool IsConfirmed(ClaimsPrincipal session)
    {
        lock (_gate)
        {
            return SessionClaims.SessionOf(session) is { } id && _confirmed.TryGetValue(id, out var at) && time.GetElapsedTime(at) < Counts;
        }
    }
}
