using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;

/// <summary>Light that sweeps over the windows: headlights, and the sun in somebody's pane. Brightest on glass.</summary>
/// <param name="backdrop">Says where glass is.</param>
/// <param name="period">From one to the next, seconds.</param>
/// <param name="strength">Levels.</param>
/// <param name="unit">Pixels of the picture to one of 720 rows.</param>
/// <param name="seed">Decides their ways.</param>
internal sealed class LightSweep(Backdrop backdrop, double period, double strength, double unit, int seed) : ISceneActor
{
    /// <summary>How much of the light a wall shows.</summary>
    private const float OnWalls = 0.15f;

    private readonly Happenings _sweeps = new(period, seed);

    /// <inheritdoc/>
    public void Paint(in SceneCanvas canvas, double seconds)
    {
        var (number, since) = _sweeps.At(seconds);
        var lasts = _sweeps.Draw(number, 1, 0.7, 3);
        if (since > lasts)
        {
            return;
        }

        var turn = _sweeps.Chance(number, 2, 0.7) ? _sweeps.Draw(number, 3, -0.3, 0.3) : _sweeps.Draw(number, 3, 1.2, 1.9);
        var speed = unit * _sweeps.Draw(number, 4, 120, 900) * (_sweeps.Chance(number, 5, 0.5) ? 1 : -1);
        var way = speed * (since - (lasts / 2));
        var x = (canvas.Width * _sweeps.Draw(number, 6, 0.3, 0.7)) + (way * Math.Cos(turn));
        var y = (canvas.Height * _sweeps.Draw(number, 7, 0.2, 0.85)) + (way * Math.Sin(turn));
        var (rx, ry) = (unit * _sweeps.Draw(number, 8, 12, 110), unit * _sweeps.Draw(number, 9, 8, 70));
        var fade = Math.Min(1, 4 * Math.Min(since, lasts - since) / lasts);
        Glow(canvas, x, y, rx, ry, (float)(strength * fade * _sweeps.Draw(number, 10, 0.4, 1)));
    }

    private void Glow(in SceneCanvas canvas, double x, double y, double rx, double ry, float levels)
    {
        var (top, bottom) = SceneCanvas.Cut(y - ry, y + ry, canvas.Height);
        var (left, right) = SceneCanvas.Cut(x - rx, x + rx, canvas.Width);
        for (var row = top; row < bottom; row++)
        {
            var v = (float)((row + 0.5 - y) / ry);
            for (var column = left; column < right; column++)
            {
                var u = (float)((column + 0.5 - x) / rx);
                var near = 1 - (u * u) - (v * v);
                if (near > 0)
                {
                    canvas.Lighten(column, row, levels * near * (backdrop.Glass(column, row)[0] != 0 ? 1 : OnWalls));
                }
            }
        }
    }
}
