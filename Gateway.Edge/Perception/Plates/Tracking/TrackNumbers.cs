namespace Gateway.Edge.Perception.Plates.Tracking;

/// <summary>
/// Numbers for tracks, each given once: a watcher that was made anew must not give its vehicles the numbers of those that its predecessor
/// told of. Safe for use by several threads.
/// </summary>
internal sealed class TrackNumbers
{
    private long _last;

    /// <summary>The next number, from 1.</summary>
    public long Next() => Interlocked.Increment(ref _last);
}
