namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

/// <summary>How a camera on a pole trembles, and how it swings after a bump. Depends on the time alone. Immutable.</summary>
/// <param name="tremble">The largest way to a side, pixels, 0..3.</param>
/// <param name="hertz">How fast it trembles.</param>
/// <param name="bump">How far a bump pushes it, pixels, 0..3.</param>
/// <param name="seed">Decides its course.</param>
internal sealed class CameraShake(double tremble, double hertz, double bump, int seed)
{
    /// <summary>About so often something runs into the pole, seconds.</summary>
    private const double Period = 9;

    public static CameraShake None { get; } = new(0, 1, 0, 0);

    /// <summary>How far the picture has moved to the right and down, pixels, at most the backdrop's rim.</summary>
    public (double X, double Y) At(double seconds)
    {
        if (tremble == 0 && bump == 0)
        {
            return (0, 0);
        }

        var turn = (int)Math.Floor(seconds / Period);
        var since = seconds - ((turn + Scatter.Between(0.3, 0.8, turn, seed, 4)) * Period);
        var swing = since < 0 ? 0 : bump * Math.Exp(-since * 3) * Math.Sin(since * 2 * Math.PI * 3.5);
        return (
            (tremble * Scatter.Wander(seconds, hertz, seed)) + (swing * Scatter.Between(-0.6, 0.6, turn, seed, 5)),
            (tremble * Scatter.Wander(seconds, hertz, seed + 9)) + swing);
    }
}
