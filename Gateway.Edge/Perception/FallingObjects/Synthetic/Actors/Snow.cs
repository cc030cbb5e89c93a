using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;

/// <summary>Flakes before the tower, slow and swirling.</summary>
/// <param name="camera">Who looks.</param>
/// <param name="flakes">How many are in the picture at a time.</param>
/// <param name="alpha">How much they hide.</param>
/// <param name="wind">How far the wind carries them aside, m/s.</param>
/// <param name="seed">Decides where.</param>
internal sealed class Snow(SceneCamera camera, int flakes, double alpha, double wind, int seed) : ISceneActor
{
    private readonly DropColumn _column = new(camera, 1.2, 14, seed);

    /// <inheritdoc/>
    public void Paint(in SceneCanvas canvas, double seconds)
    {
        for (var i = 0; i < flakes; i++)
        {
            var (x, y, scale) = _column.At(i, Scatter.Between(0.8, 1.7, i, seed, 1), wind, seconds, seconds);
            var swirl = 0.06 * scale;
            var radius = Math.Max(0.6, scale * Scatter.Between(0.003, 0.009, i, seed, 5));
            x += swirl * Scatter.Wander(seconds, 0.6, seed + i);
            y += swirl * 0.5 * Scatter.Wander(seconds, 0.8, seed + i + 1000);
            canvas.Disc(x, y, radius, radius, 238, alpha, Math.Max(1, radius));
        }
    }
}
