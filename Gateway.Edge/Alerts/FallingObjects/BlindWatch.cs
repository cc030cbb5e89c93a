namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>
/// Judges by the frames that a detector can say nothing about whether a camera sees. A bump says nothing; half a minute of shake, of heavy
/// rain or of a hand before the lens does. Not thread-safe.
/// </summary>
internal sealed class BlindWatch
{
    /// <summary>Over so long a share is taken.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    /// <summary>When more than every other frame says nothing, a fall of a second is hardly ever followed.</summary>
    private const double TooMany = 0.5;

    /// <summary>It is over when so few are left that most falls are seen whole.</summary>
    private const double Few = 0.1;

    private DateTimeOffset? _began;
    private int _looked;
    private int _blind;

    /// <summary>Whether the camera does not see.</summary>
    public bool IsBlind { get; private set; }

    /// <summary>The share of frames that said nothing in the last window, 0..1.</summary>
    public double Share { get; private set; }

    /// <summary>A frame was looked at.</summary>
    /// <param name="at">When it arrived.</param>
    /// <param name="blind">Whether nothing could be said about it.</param>
    /// <returns>Whether <see cref="IsBlind"/> has changed.</returns>
    public bool Add(DateTimeOffset at, bool blind)
    {
        if (_began is not { } began || at < began)
        {
            (_began, _looked, _blind) = (at, 0, 0);
            return false;
        }

        _looked++;
        _blind += blind ? 1 : 0;
        if (at - began < Window)
        {
            return false;
        }

        Share = (double)_blind / _looked;
        (_began, _looked, _blind) = (at, 0, 0);
        var was = IsBlind;
        IsBlind = was ? Share > Few : Share > TooMany;
        return IsBlind != was;
    }
}
