using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;

/// <summary>Cars along the picture's lower edge, one at a time; some come closer while they pass.</summary>
/// <param name="period">From one to the next, seconds.</param>
/// <param name="unit">Pixels of the picture to one of 720 rows.</param>
/// <param name="seed">Decides which.</param>
internal sealed class Car(double period, double unit, int seed) : ISceneActor
{
    private readonly Happenings _cars = new(period, seed);

    /// <inheritdoc/>
    public void Paint(in SceneCanvas canvas, double seconds)
    {
        var (number, since) = _cars.At(seconds);
        var nearer = _cars.Chance(number, 1, 0.3) ? 1 + (0.25 * since) : 1;
        var (length, height) = (unit * nearer * _cars.Draw(number, 2, 70, 190), unit * nearer * _cars.Draw(number, 3, 22, 48));
        var way = (unit * _cars.Draw(number, 4, 90, 700) * since) - length;
        var left = _cars.Chance(number, 5, 0.5) ? way : canvas.Width - way - length;
        var bottom = canvas.Height + (unit * (_cars.Draw(number, 6, -12, 18) + ((nearer - 1) * 60)));
        if (left > canvas.Width || left + length < 0)
        {
            return;
        }

        var level = _cars.Draw(number, 7, 30, 225);
        canvas.Box(left, bottom - (0.62 * height), left + length, bottom, level);
        canvas.Box(left + (0.2 * length), bottom - height, left + (0.8 * length), bottom - (0.6 * height), 0.8 * level);
        canvas.Box(left + (0.26 * length), bottom - (0.92 * height), left + (0.74 * length), bottom - (0.64 * height), 45);
        canvas.Disc(left + length, bottom - (0.35 * height), 0.1 * height, 0.1 * height, 245);
    }
}
