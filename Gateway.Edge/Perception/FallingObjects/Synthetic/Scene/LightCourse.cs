namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

/// <summary>How bright the whole picture is over time: slow drift, and the steps of a camera that exposes anew. Depends on the time alone.</summary>
/// <param name="drift">How far it drifts, a share of the level.</param>
/// <param name="step">How far a new exposure changes it, a share of the level; 0 for a camera that never steps.</param>
/// <param name="seed">Decides its course.</param>
internal sealed class LightCourse(double drift, double step, int seed)
{
    /// <summary>Room for brighter light; the rest of the range is the scene's.</summary>
    public const double Plain = 0.92;

    /// <summary>About so often a camera that steps exposes anew, seconds.</summary>
    private const double Period = 7;

    /// <summary>How long an exposure takes to settle, seconds.</summary>
    private const double Settling = 0.25;

    public static LightCourse Steady { get; } = new(0, 0, 0);

    /// <summary>What becomes of a scene's level, 0..1.</summary>
    public double GainAt(double seconds)
    {
        var gain = Plain * (1 + (drift * Scatter.Wander(seconds, 0.06, seed)));
        if (step > 0)
        {
            var turn = (int)Math.Floor(seconds / Period);
            var since = seconds - ((turn + Scatter.Between(0.2, 0.7, turn, seed, 1)) * Period);
            var (before, after) = (Exposed(turn - 1), Exposed(turn));
            gain *= double.Lerp(before, after, Math.Clamp(since / (Settling * Scatter.Unit(turn, seed, 2)), 0, 1));
        }

        return Math.Clamp(gain, 0.3, 1);
    }

    private double Exposed(int turn) => 1 - (step * Scatter.Unit(turn, seed, 3));
}
