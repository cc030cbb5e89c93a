using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;

/// <summary>What hovers or drifts before the tower: a drone, a balloon that rises, a bag that the wind carries.</summary>
/// <param name="camera">Who looks.</param>
/// <param name="tower">Before which.</param>
/// <param name="rise">Mean speed upwards, m/s.</param>
/// <param name="aside">Mean speed along the facade, m/s.</param>
/// <param name="restless">How far it strays from its way, metres.</param>
/// <param name="size">Its half side, metres.</param>
/// <param name="level">Its level.</param>
/// <param name="seed">Decides its way.</param>
internal sealed class Drifter(SceneCamera camera, Tower tower, double rise, double aside, double restless, double size, double level, int seed)
    : ISceneActor
{
    private readonly double _offset = Scatter.Between(1.5, 0.4 * camera.Placement.Distance, seed, 1, 0);

    /// <inheritdoc/>
    public void Paint(in SceneCanvas canvas, double seconds)
    {
        var height = tower.Building.Height * 1.2;
        var width = (tower.Right - tower.Left) * 1.4;
        var y = Ring((height * Scatter.Unit(seed, 2)) + (rise * seconds), height) + (0.5 * restless * Scatter.Wander(seconds, 0.4, seed));
        var x = tower.Left - (0.2 * width / 1.4) + Ring((width * Scatter.Unit(seed, 3)) + (aside * seconds), width) + (restless * Scatter.Wander(seconds, 0.25, seed + 1));
        var (px, py, metre) = camera.See(x, y, _offset);
        var turn = 1 + (0.3 * Scatter.Wander(seconds, 1.1, seed + 2));
        canvas.Disc(px, py, size * metre * turn, size * metre * (1.6 - (0.6 * turn)), level);
    }

    private static double Ring(double at, double length) => at - (length * Math.Floor(at / length));
}
