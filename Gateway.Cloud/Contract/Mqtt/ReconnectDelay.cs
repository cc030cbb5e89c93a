namespace Gateway.Cloud.Contract.Mqtt;

/// <summary>
/// Waits between attempts to connect: exponential with full-range jitter between half and the whole step, so that a broker's restart
/// is not met by every gateway in the same second. Used by one thread.
/// </summary>
internal sealed class ReconnectDelay(TimeSpan first, TimeSpan longest, Random random)
{
    private int _failures;

    /// <summary>A connection was accepted.</summary>
    public void Reset() => _failures = 0;

    /// <summary>The wait before the next attempt.</summary>
    public TimeSpan Next()
    {
        var step = Math.Min(first.TotalMilliseconds * Math.Pow(2, Math.Min(_failures++, 20)), longest.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(step * (0.5 + (random.NextDouble() / 2)));
    }
}
