namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>
/// Judges by the share of frames that are no good whether a camera's watch is. A burst says nothing: the share is taken over whole windows, and
/// what ends a trouble is well below what begins it. Not thread-safe.
/// </summary>
/// <param name="window">Over so long a share is taken.</param>
/// <param name="windows">So many windows in a row decide.</param>
/// <param name="tooMany">A greater share is a trouble, 0..1.</param>
/// <param name="few">It is over when the share is no greater than this.</param>
internal sealed class ShareWatch(TimeSpan window, int windows, double tooMany, double few)
{
    private DateTimeOffset? _began;
    private long _bad;
    private long _all;
    private int _agreeing;

    /// <summary>Whether too many frames are no good.</summary>
    public bool InTrouble { get; private set; }

    /// <summary>The share of frames that were no good in the last window, 0..1.</summary>
    public double Share { get; private set; }

    /// <summary>Whether the gateway keeps up: more than one lost frame in twenty for half a minute makes fast falls hard to follow.</summary>
    public static ShareWatch OfLostFrames() => new(TimeSpan.FromSeconds(10), windows: 3, tooMany: 0.05, few: 0.01);

    /// <summary>
    /// Whether the camera sees. When more than every other frame of half a minute says nothing, for shake, heavy rain or a hand before the
    /// lens, a fall of a second is hardly ever followed; with one in ten most are seen whole.
    /// </summary>
    public static ShareWatch OfBlindFrames() => new(TimeSpan.FromSeconds(30), windows: 1, tooMany: 0.5, few: 0.1);

    /// <summary>A frame has come.</summary>
    /// <param name="at">When it arrived; a clock that was set back begins to count anew.</param>
    /// <param name="bad">Frames that are no good, since the one before.</param>
    /// <param name="all">Frames in all since then, <paramref name="bad"/> among them.</param>
    /// <returns>Whether <see cref="InTrouble"/> has changed.</returns>
    public bool Add(DateTimeOffset at, long bad, long all)
    {
        if (_began is not { } began || at < began)
        {
            Begin(at);
            return false;
        }

        _bad += bad;
        _all += all;
        if (at - began < window)
        {
            return false;
        }

        Share = (double)_bad / _all;
        Begin(at);
        _agreeing = (InTrouble ? Share <= few : Share > tooMany) ? _agreeing + 1 : 0;
        if (_agreeing < windows)
        {
            return false;
        }

        (_agreeing, InTrouble) = (0, !InTrouble);
        return true;
    }

    private void Begin(DateTimeOffset at) => (_began, _bad, _all) = (at, 0, 0);
}
