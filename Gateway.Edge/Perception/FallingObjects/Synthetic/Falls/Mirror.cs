using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Falls;

/// <summary>A tower's glass in which a thing is seen a second time, as far behind the plane as the thing is before it.</summary>
/// <param name="Tower">Whose glass it is.</param>
/// <param name="Aside">How far along the facade a slanting pane moves the image, metres; 0 for an even one.</param>
/// <param name="Strength">How much of the thing's contrast it keeps, 0..1.</param>
internal sealed record Mirror(Tower Tower, double Aside, double Strength)
{
    /// <summary>Whether the pane is where the image would be seen.</summary>
    public bool Shows(SceneCamera camera, in PixelThing at)
    {
        var (x, y) = camera.Facade(at.X, at.Y);
        return Tower.IsGlass(x, y);
    }
}
