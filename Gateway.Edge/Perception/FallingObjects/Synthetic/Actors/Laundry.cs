using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;

/// <summary>A cloth that hangs before a window or a balcony and swings; a flag is one that swings faster.</summary>
/// <param name="patch">Where it hangs when the air is still.</param>
/// <param name="level">Of the cloth.</param>
/// <param name="swing">How far its lower edge moves, pixels.</param>
/// <param name="hertz">How fast.</param>
/// <param name="seed">Decides its course.</param>
internal sealed class Laundry(FacadePatch patch, double level, double swing, double hertz, int seed) : ISceneActor
{
    /// <inheritdoc/>
    public void Paint(in SceneCanvas canvas, double seconds)
    {
        var (width, height) = (patch.Width, patch.Height);
        var lift = 0.08 * height * Scatter.Wander(seconds, hertz * 0.7, seed + 1);
        for (double y = 0; y < height + lift; y++)
        {
            var part = y / height;
            var move = swing * part * Scatter.Wander(seconds - (0.25 * part), hertz, seed);
            var fold = 1 + (0.1 * Math.Sin((part * 7) + (Math.Tau * hertz * seconds)));
            var left = patch.TopLeft + move;
            canvas.Box(left, patch.Top + y, left + width, patch.Top + y + 1, Math.Min(250, level * fold));
        }
    }
}
