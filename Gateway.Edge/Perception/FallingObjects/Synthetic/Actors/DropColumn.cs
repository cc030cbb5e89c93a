using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;

/// <summary>The air before the lens, in which drops and flakes fall through the picture and begin anew above it. Immutable.</summary>
/// <param name="camera">Who looks.</param>
/// <param name="nearest">Metres before the lens.</param>
/// <param name="farthest">Metres before the lens.</param>
/// <param name="seed">Decides where each falls.</param>
internal sealed class DropColumn(SceneCamera camera, double nearest, double farthest, int seed)
{
    private readonly double _low = Slope(camera, camera.Height);
    private readonly double _high = Slope(camera, 0);
    private readonly double _aside = camera.Ray(camera.Width, camera.Height / 2.0) is var ray ? ray.X / ray.Towards : 1;

    /// <summary>Where one is seen, and the pixels of a metre there.</summary>
    /// <param name="index">Which.</param>
    /// <param name="speed">Downwards, m/s.</param>
    /// <param name="wind">Aside, m/s.</param>
    /// <param name="seconds">When.</param>
    /// <param name="around">A time at which it is the same drop: it begins anew by this time.</param>
    public (double X, double Y, double Scale) At(int index, double speed, double wind, double seconds, double around)
    {
        // Even in the volume that the picture shows: far more are far away.
        var depth = nearest + ((farthest - nearest) * Math.Sqrt(Scatter.Unit(index, seed, 2)));
        var (top, bottom) = (depth * (_high + 0.1), depth * (_low - 0.1));
        var period = (top - bottom) / speed;
        var phase = Scatter.Unit(index, seed, 3) * period;
        var turn = (int)Math.Floor((around + phase) / period);
        var since = seconds + phase - (turn * period);
        var x = (depth * _aside * 1.2 * ((2 * Scatter.Unit(index, seed + turn, 4)) - 1)) + (wind * (since - (period / 2)));
        return camera.See(x, camera.Placement.Height + top - (speed * since), camera.Placement.Distance - depth);
    }

    private static double Slope(SceneCamera camera, double row) => camera.Ray(camera.Width / 2.0, row) is var ray ? ray.Up / ray.Towards : 1;
}
