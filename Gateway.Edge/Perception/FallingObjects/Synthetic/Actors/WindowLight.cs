using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;

/// <summary>A lamp behind a window that is switched on and off.</summary>
/// <param name="window">Where.</param>
/// <param name="level">When it is on.</param>
/// <param name="period">From one switch to the next, seconds.</param>
/// <param name="seed">Decides when.</param>
internal sealed class WindowLight(FacadePatch window, double level, double period, int seed) : ISceneActor
{
    private readonly Happenings _switches = new(period, seed);

    /// <inheritdoc/>
    public void Paint(in SceneCanvas canvas, double seconds)
    {
        var (number, since) = _switches.At(seconds);
        var on = _switches.Draw(number, 1, 0.1, 0.6) * period;
        if (since > on && since < on + (_switches.Draw(number, 2, 0.05, 0.4) * period))
        {
            window.Fill(canvas, level, 0.7);
        }
    }
}
