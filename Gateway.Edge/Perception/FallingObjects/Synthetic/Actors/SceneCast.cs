using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;

/// <summary>Draws what moves in a scene besides the falls.</summary>
internal sealed class SceneCast(
    SeededRandom random, SyntheticKind kind, SceneCamera camera, Tower tower, Backdrop backdrop, double shutter, IReadOnlyList<SyntheticFall> falls)
{
    public IEnumerable<ISceneActor> Behind()
    {
        _ = (random, kind, camera, tower, backdrop, shutter, falls);
        return [];
    }

    public IEnumerable<ISceneActor> Before() => [];
}
