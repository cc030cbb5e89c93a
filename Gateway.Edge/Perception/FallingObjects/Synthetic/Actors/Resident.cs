using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;

/// <summary>Somebody at a window or on a balcony, who moves about and waves.</summary>
/// <param name="x">Where the shoulders are, pixels.</param>
/// <param name="y">Where the shoulders are, pixels.</param>
/// <param name="metre">Pixels of a metre there.</param>
/// <param name="level">Of the clothes.</param>
/// <param name="lively">How far and fast they move; about 1.</param>
/// <param name="seed">Decides their course.</param>
internal sealed class Resident(double x, double y, double metre, double level, double lively, int seed) : ISceneActor
{
    /// <inheritdoc/>
    public void Paint(in SceneCanvas canvas, double seconds)
    {
        var at = x + (0.45 * lively * metre * Scatter.Wander(seconds, 0.15, seed));
        var shoulder = y + (0.12 * lively * metre * Scatter.Wander(seconds, 0.25, seed + 1));
        canvas.Disc(at, shoulder + (0.28 * metre), 0.24 * metre, 0.36 * metre, level);
        canvas.Disc(at + (0.05 * metre * Scatter.Wander(seconds, 0.4, seed + 2)), shoulder - (0.2 * metre), 0.11 * metre, 0.14 * metre, 128);
        if (Scatter.Wander(seconds, 0.08, seed + 3) > 0)
        {
            var turn = (Math.PI / 4) + (0.9 * Scatter.Wander(seconds, 0.9 * lively, seed + 4));
            canvas.Streak(
                at, shoulder + (0.05 * metre), at + (0.65 * metre * Math.Cos(turn)), shoulder - (0.65 * metre * Math.Sin(turn)), 0.05 * metre, level, 0.9);
        }
    }
}
