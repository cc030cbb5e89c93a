namespace Gateway.Edge.Perception.Faces.Tracking;

/// <summary>
/// Notices that eyes closed and opened again. It costs nothing beyond the landmarks. A print does not blink, a replayed video does: so a blink
/// only eases the demand on the liveness model, and its absence proves nothing.
/// </summary>
internal sealed class BlinkWatch
{
    private const float ClosedShare = 0.6f;
    private const float OpenShare = 0.85f;
    private const float LeastOpen = 0.18f;

    private float _open;
    private bool _closed;

    /// <summary>True once the eyes closed and opened.</summary>
    public bool Blinked { get; private set; }

    /// <summary>Adds the openness of a good, near-frontal frame.</summary>
    public void Add(float openness)
    {
        _open = Math.Max(openness, _open * 0.98f);
        if (_open < LeastOpen)
        {
            return;
        }

        Blinked |= _closed && openness > _open * OpenShare;
        _closed = openness < _open * ClosedShare || (_closed && openness <= _open * OpenShare);
    }

    /// <summary>Starts anew.</summary>
    public void Reset() => (_open, _closed, Blinked) = (0, false, false);
}
