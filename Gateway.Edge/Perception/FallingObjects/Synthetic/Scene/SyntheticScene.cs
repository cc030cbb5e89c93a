namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

/// <summary>A scene ready to be painted at any time. Not thread-safe; allocates nothing per frame.</summary>
/// <param name="backdrop">What never moves.</param>
/// <param name="shake">How the camera moves.</param>
/// <param name="light">How bright the picture is.</param>
/// <param name="noise">What the sensor and the stream add.</param>
/// <param name="actors">What moves, from the farthest to the nearest.</param>
internal sealed class SyntheticScene(Backdrop backdrop, CameraShake shake, LightCourse light, SensorNoise noise, IReadOnlyList<ISceneActor> actors)
{
    /// <summary>Who moves, from the farthest to the nearest.</summary>
    public IReadOnlyList<ISceneActor> Actors { get; } = actors;

    /// <summary>Paints one frame.</summary>
    /// <param name="number">Decides the noise: the same number gives the same frame.</param>
    /// <param name="seconds">The middle of its exposure.</param>
    /// <param name="luma">Width x height bytes.</param>
    public void Paint(int number, double seconds, Span<byte> luma)
    {
        var (x, y) = shake.At(seconds);
        var gain = light.GainAt(seconds);
        BackdropCopy.Into(backdrop, x, y, gain, luma);
        var canvas = new SceneCanvas(luma, backdrop.Width, backdrop.Height, x, y, gain);
        for (var i = 0; i < Actors.Count; i++)
        {
            Actors[i].Paint(canvas, seconds);
        }

        noise.Over(luma, backdrop.Width, number);
    }
}
