using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;

/// <summary>Drops between the lens and the tower: at their constant speed, near and out of focus, streaks as long as the shutter is open.</summary>
/// <param name="camera">Who looks.</param>
/// <param name="shutter">Seconds.</param>
/// <param name="drops">How many are in the picture at a time.</param>
/// <param name="alpha">How much the nearest hide.</param>
/// <param name="wind">How far the wind carries them aside, m/s.</param>
/// <param name="seed">Decides where.</param>
internal sealed class Rain(SceneCamera camera, double shutter, int drops, double alpha, double wind, int seed) : ISceneActor
{
    /// <summary>Of drops of 3 mm in still air (Gunn and Kinzer 1949: 8.06 m/s; 5 mm: 9.09 m/s).</summary>
    private const double SlowDrop = 8.0;
    private const double FastDrop = 9.1;
    private const double Diameter = 0.004;

    private readonly DropColumn _column = new(camera, 0.5, 8, seed);

    /// <inheritdoc/>
    public void Paint(in SceneCanvas canvas, double seconds)
    {
        for (var i = 0; i < drops; i++)
        {
            var speed = Scatter.Between(SlowDrop, FastDrop, i, seed, 1);
            var (x0, y0, scale) = _column.At(i, speed, wind, seconds - (shutter / 2), seconds);
            var (x1, y1, _) = _column.At(i, speed, wind, seconds + (shutter / 2), seconds);
            var half = Math.Max(0.5, 0.75 * Diameter * scale); // out of focus
            var thin = Math.Min(1, Diameter * scale / (2 * half));
            canvas.Streak(x0, y0, x1, y1, half, 215, alpha * (0.25 + (0.75 * thin)));
        }
    }
}
