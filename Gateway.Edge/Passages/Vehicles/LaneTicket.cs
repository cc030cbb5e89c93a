namespace Gateway.Edge.Passages.Vehicles;

/// <summary>
/// One order to a lane, which is carried out once or never: by the lane while somebody waits for it, and not when it is so old that another
/// vehicle may stand there. Safe for use by several threads.
/// </summary>
internal sealed class LaneTicket(TimeProvider time)
{
    /// <summary>A lane that lives answers within a frame; a vehicle takes longer to make room for another.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly long _posted = time.GetTimestamp();
    private int _settled; // 1 once taken or void

    /// <summary>The lane carries it out; false where it must not any more.</summary>
    public bool TryTake() => Interlocked.Exchange(ref _settled, 1) == 0 && time.GetElapsedTime(_posted) <= Patience;

    /// <summary>Nobody waits for it any more; false where it is being carried out, or has been.</summary>
    public bool TryVoid() => Interlocked.Exchange(ref _settled, 1) == 0;
}
