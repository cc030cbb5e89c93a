namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

/// <summary>Where a scene plays.</summary>
/// <param name="Camera">Who looks.</param>
/// <param name="Tower">What it looks at.</param>
/// <param name="Backdrop">What never moves.</param>
/// <param name="Shutter">How long the shutter is open, seconds.</param>
internal sealed record ScenePlace(SceneCamera Camera, Tower Tower, Backdrop Backdrop, double Shutter)
{
    /// <summary>Pixels of the picture to one of 720 rows.</summary>
    public double Unit => Camera.Height / 720.0;

    /// <summary>A storey's window, or the opening of a balcony, as it is seen.</summary>
    public FacadePatch Window(int bay, int storey)
    {
        var (left, bottom, right, top) = Tower.Window(bay, storey);
        return FacadePatch.Of(Camera, left, bottom, right, top);
    }
}
