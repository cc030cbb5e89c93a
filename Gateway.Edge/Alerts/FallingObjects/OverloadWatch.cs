namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>
/// Judges by the frames that were lost whether the gateway keeps up with a camera. A burst says nothing; half a minute of loss does. Not
/// thread-safe.
/// </summary>
internal sealed class OverloadWatch
{
    /// <summary>Over so long a share is taken.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    /// <summary>So many windows in a row decide.</summary>
    public const int Windows = 3;

    /// <summary>More than one lost frame in twenty makes fast falls hard to follow.</summary>
    private const double TooMany = 0.05;

    /// <summary>It is over when hardly any are lost.</summary>
    private const double Few = 0.01;

    private DateTimeOffset? _began;
    private long _droppedBefore;
    private int _read;
    private int _agreeing;

    /// <summary>Whether the gateway does not keep up.</summary>
    public bool IsOverloaded { get; private set; }

    /// <summary>The share of frames lost in the last window, 0..1.</summary>
    public double Share { get; private set; }

    /// <summary>A frame was read.</summary>
    /// <param name="at">When it arrived.</param>
    /// <param name="dropped">How many have been lost in all.</param>
    /// <returns>Whether <see cref="IsOverloaded"/> has changed.</returns>
    public bool Add(DateTimeOffset at, long dropped)
    {
        if (_began is not { } began || at < began)
        {
            Begin(at, dropped);
            return false;
        }

        _read++;
        if (at - began < Window)
        {
            return false;
        }

        var lost = Math.Max(0, dropped - _droppedBefore);
        Share = (double)lost / (lost + _read);
        Begin(at, dropped);
        _agreeing = (IsOverloaded ? Share <= Few : Share > TooMany) ? _agreeing + 1 : 0;
        if (_agreeing < Windows)
        {
            return false;
        }

        (_agreeing, IsOverloaded) = (0, !IsOverloaded);
        return true;
    }

    private void Begin(DateTimeOffset at, long dropped) => (_began, _droppedBefore, _read) = (at, dropped, 0);
}
