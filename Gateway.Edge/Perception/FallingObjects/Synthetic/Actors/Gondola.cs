using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;

/// <summary>A window cleaner's gondola that is let down along the facade at a constant speed, and up again from the ground.</summary>
/// <param name="camera">Who looks.</param>
/// <param name="tower">Where it hangs.</param>
/// <param name="x">Its middle along the facade, metres.</param>
/// <param name="speed">m/s.</param>
/// <param name="start">How far below the roof it is at first, metres.</param>
/// <param name="seed">Decides how the cleaner moves.</param>
internal sealed class Gondola(SceneCamera camera, Tower tower, double x, double speed, double start, int seed) : ISceneActor
{
    private const double Offset = 0.7;
    private const double HalfWidth = 1.3;

    /// <inheritdoc/>
    public void Paint(in SceneCanvas canvas, double seconds)
    {
        var way = tower.Building.Height - 3;
        var bottom = 0.5 + Math.Abs(way - ((start + (speed * seconds)) % (2 * way)));
        var basket = FacadePatch.Of(camera, x - HalfWidth, bottom, x + HalfWidth, bottom + 1.1, Offset);
        foreach (var side in (ReadOnlySpan<double>)[x - HalfWidth, x + HalfWidth])
        {
            var (x0, y0, _) = camera.See(side, bottom + 1.1, Offset);
            var (x1, y1, _) = camera.See(side, tower.Building.Height, Offset);
            canvas.Streak(x0, y0, x1, y1, 0.5, 60, 0.5);
        }

        var (px, py, metre) = camera.See(x + (0.8 * Scatter.Wander(seconds, 0.1, seed)), bottom + 1.6, Offset);
        canvas.Disc(px, py + (0.2 * metre), 0.22 * metre, 0.3 * metre, 205);
        canvas.Disc(px, py - (0.25 * metre), 0.12 * metre, 0.14 * metre, 90);
        basket.Fill(canvas, 78);
        var arm = (0.5 * Scatter.Wander(seconds, 0.7, seed + 1)) - 0.2;
        canvas.Streak(px, py, px + (0.6 * metre * Math.Sin(4 * arm)), py - (0.5 * metre * Math.Cos(arm)), 0.05 * metre, 205, 0.9);
    }
}
