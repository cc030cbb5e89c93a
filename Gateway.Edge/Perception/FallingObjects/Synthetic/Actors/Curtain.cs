using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;

/// <summary>A curtain that somebody draws, now to one side and now to the other, or a blind that is let down.</summary>
/// <param name="window">Where.</param>
/// <param name="level">Of the cloth.</param>
/// <param name="blind">Down and up rather than aside.</param>
/// <param name="period">From one move to the next, seconds.</param>
/// <param name="seed">Decides when.</param>
internal sealed class Curtain(FacadePatch window, double level, bool blind, double period, int seed) : ISceneActor
{
    private readonly Happenings _moves = new(period, seed);

    /// <inheritdoc/>
    public void Paint(in SceneCanvas canvas, double seconds)
    {
        var (number, since) = _moves.At(seconds);
        var lasts = _moves.Draw(number, 1, 0.8, 3);
        var part = double.Lerp(Drawn(number - 1), Drawn(number), Math.Clamp(since / lasts, 0, 1));
        var cloth = blind ? window with { Bottom = double.Lerp(window.Top, window.Bottom, part) } : window.Between(0, part);
        if (part > 0.01)
        {
            cloth.Fill(canvas, level, 0.85);
        }
    }

    private double Drawn(int number) => _moves.Draw(number, 2, 0, 1);
}
