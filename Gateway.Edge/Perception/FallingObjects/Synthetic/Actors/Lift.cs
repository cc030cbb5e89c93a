using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;

/// <summary>The lit cabin of a lift that goes up and down behind glass, from stop to stop at a constant speed.</summary>
/// <param name="camera">Who looks.</param>
/// <param name="tower">Where it runs.</param>
/// <param name="x">Its middle along the facade, metres.</param>
/// <param name="speed">m/s.</param>
/// <param name="level">Of its light.</param>
/// <param name="seed">Decides its stops.</param>
internal sealed class Lift(SceneCamera camera, Tower tower, double x, double speed, double level, int seed) : ISceneActor
{
    private readonly Happenings _runs = new((tower.Building.Height / speed) + 3, seed);

    /// <inheritdoc/>
    public void Paint(in SceneCanvas canvas, double seconds)
    {
        var (number, since) = _runs.At(seconds);
        var (from, to) = (Stop(number - 1), Stop(number));
        var part = Math.Clamp(since * speed / Math.Max(0.1, Math.Abs(to - from)), 0, 1);
        var floor = double.Lerp(from, to, part);
        FacadePatch.Of(camera, x - 0.5, floor + 0.3, x + 0.5, floor + 2.2).Fill(canvas, level, 0.75);
    }

    private double Stop(int number) =>
        Math.Floor(_runs.Draw(number, 1, 1, tower.Building.Floors - 0.01)) * tower.Building.FloorHeight;
}
