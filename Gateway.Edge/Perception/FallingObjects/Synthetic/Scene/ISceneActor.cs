namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

/// <summary>Something that moves or changes in a scene. What it looks like depends on the time alone, so frames may be painted in any order.</summary>
internal interface ISceneActor
{
    /// <summary>Paints it as it is at a time. Not thread-safe; allocates nothing.</summary>
    /// <param name="canvas">The frame so far.</param>
    /// <param name="seconds">The middle of the exposure.</param>
    void Paint(in SceneCanvas canvas, double seconds);
}
