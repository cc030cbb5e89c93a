namespace Gateway.Edge.Accounts;

/// <summary>Lets no code of a second factor count twice: whoever saw it typed has some seconds left to use it. Safe for several threads.</summary>
internal sealed class SpentCodes(TimeProvider time)
{
    /// <summary>Length of a code.</summary>
    public const int Digits = 6;

    /// <summary>Longer than any code is taken: half a minute, and four steps of the clock's tolerance.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();

    // Guarded by _gate. Right codes alone come here, so it stays small.
    private readonly Dictionary<(string Account, string Code), long> _spent = [];

    /// <summary>True the first time.</summary>
    public bool TrySpend(string account, string code)
    {
        lock (_gate)
        {
            foreach (var (old, at) in _spent)
            {
                if (time.GetElapsedTime(at) > Kept)
                {
                    _spent.Remove(old);
                }
            }

            return _spent.TryAdd((account, code), time.GetTimestamp());
        }
    }
}
