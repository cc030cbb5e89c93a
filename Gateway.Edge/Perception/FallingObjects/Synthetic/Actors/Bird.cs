using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;

/// <summary>Birds that cross the picture, one at a time: flapping, on curves, and now and then diving.</summary>
/// <param name="period">From one to the next, seconds.</param>
/// <param name="unit">Pixels of the picture to one of 720 rows.</param>
/// <param name="seed">Decides their flights.</param>
internal sealed class Bird(double period, double unit, int seed) : ISceneActor
{
    private readonly Happenings _flights = new(period, seed);

    /// <inheritdoc/>
    public void Paint(in SceneCanvas canvas, double seconds)
    {
        var (number, since) = _flights.At(seconds);
        var span = unit * Math.Pow(_flights.Draw(number, 1, 2.5, 6.3), 2);
        var speed = unit * _flights.Draw(number, 2, 70, 330);
        var right = _flights.Chance(number, 3, 0.5);
        var way = (speed * since) - span;
        var x = (right ? way : canvas.Width - way) + (unit * 40 * Scatter.Wander(since, 0.3, number + seed));
        var y = (canvas.Height * _flights.Draw(number, 4, 0.05, 0.75)) + (unit * _flights.Draw(number, 5, -60, 60) * since)
            + (unit * 50 * Scatter.Wander(since, 0.35, number + seed + 5)) + Dive(number, since);
        if (x < -span || x > canvas.Width + span || y < -span || y > canvas.Height + span)
        {
            return;
        }

        var level = _flights.Chance(number, 6, 0.75) ? _flights.Draw(number, 7, 20, 75) : _flights.Draw(number, 7, 185, 235);
        var beat = Math.Sin(2 * Math.PI * _flights.Draw(number, 8, 3, 9) * since);
        var gliding = Scatter.Wander(since, 0.4, number + seed + 9) > 0.35;
        var wing = gliding ? -0.05 : -0.3 * beat;
        canvas.Disc(x, y, 0.22 * span, 0.1 * span, level);
        canvas.Streak(x, y, x - (0.5 * span), y + (wing * span), Math.Max(0.5, 0.06 * span), level, 0.9);
        canvas.Streak(x, y, x + (0.5 * span), y + (wing * span), Math.Max(0.5, 0.06 * span), level, 0.9);
    }

    /// <summary>How far it has gone down by a dive that it ends by itself.</summary>
    private double Dive(int number, double since)
    {
        if (!_flights.Chance(number, 10, 0.35))
        {
            return 0;
        }

        var part = Math.Clamp((since - _flights.Draw(number, 11, 0.3, 2)) / _flights.Draw(number, 12, 0.7, 1.7), 0, 1);
        return unit * _flights.Draw(number, 13, 80, 380) * part * part * (3 - (2 * part));
    }
}
