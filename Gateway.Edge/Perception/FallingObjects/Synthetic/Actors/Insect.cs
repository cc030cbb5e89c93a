using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;

/// <summary>Insects close to the lens: out of focus, fast, and on no straight line for long.</summary>
/// <param name="period">From one to the next, seconds.</param>
/// <param name="shutter">Seconds.</param>
/// <param name="unit">Pixels of the picture to one of 720 rows.</param>
/// <param name="seed">Decides their flights.</param>
internal sealed class Insect(double period, double shutter, double unit, int seed) : ISceneActor
{
    private readonly Happenings _visits = new(period, seed);

    /// <inheritdoc/>
    public void Paint(in SceneCanvas canvas, double seconds)
    {
        var (number, since) = _visits.At(seconds);
        if (since > _visits.Draw(number, 1, 0.4, 2.2))
        {
            return;
        }

        var radius = unit * Math.Pow(_visits.Draw(number, 2, 1.2, 3.2), 2);
        var level = _visits.Chance(number, 3, 0.6) ? 35 : 220;
        var (x0, y0) = Place(canvas, number, since - (shutter / 2));
        var (x1, y1) = Place(canvas, number, since + (shutter / 2));
        var alpha = _visits.Draw(number, 4, 0.25, 0.75);
        canvas.Streak(x0, y0, x1, y1, 0.6 * radius, level, alpha);
        canvas.Disc((x0 + x1) / 2, (y0 + y1) / 2, radius, radius, level, 0.5 * alpha, radius);
    }

    private (double X, double Y) Place(in SceneCanvas canvas, int number, double since)
    {
        var turn = Math.Tau * _visits.Draw(number, 5, 0, 1);
        var speed = unit * _visits.Draw(number, 6, 80, 800);
        var hertz = _visits.Draw(number, 7, 0.6, 2.5);
        var reach = unit * _visits.Draw(number, 8, 20, 130);
        return (
            (canvas.Width * _visits.Draw(number, 9, 0.1, 0.9)) + (speed * Math.Cos(turn) * (since - 0.3)) + (reach * Scatter.Wander(since, hertz, number + seed)),
            (canvas.Height * _visits.Draw(number, 10, 0.1, 0.9)) + (speed * Math.Sin(turn) * (since - 0.3)) + (reach * Scatter.Wander(since, hertz, number + seed + 3)));
    }
}
