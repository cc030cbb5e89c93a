namespace Gateway.Edge.Uplink;

/// <summary>A pause after refusals: doubles up to 64 times the first, with jitter. Owned by the pump.</summary>
internal sealed class Backoff(TimeProvider time, TimeSpan first)
{
    private const int MostDoublings = 6;

    private int _doublings;
    private long _since;
    private TimeSpan _pause = TimeSpan.Zero;

    public bool IsHolding => _pause > TimeSpan.Zero && time.GetElapsedTime(_since) < _pause;

    /// <summary>Begins a pause and returns it; null when one is under way already.</summary>
    public TimeSpan? Hold()
    {
        if (IsHolding)
        {
            return null;
        }

        _pause = first * Math.Pow(2, _doublings) * (0.75 + (Random.Shared.NextDouble() / 2));
        _doublings = Math.Min(_doublings + 1, MostDoublings);
        _since = time.GetTimestamp();
        return _pause;
    }

    /// <summary>Something was accepted.</summary>
    public void Reset()
    {
        if (!IsHolding)
        {
            _doublings = 0;
            _pause = TimeSpan.Zero;
        }
    }
}
