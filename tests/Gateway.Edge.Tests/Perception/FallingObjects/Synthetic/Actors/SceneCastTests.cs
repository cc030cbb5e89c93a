using Gateway.Edge.Perception.FallingObjects.Synthetic;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;
using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;
using Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Synthetic.Actors;

public class SceneCastTests
{
    private static readonly ScenePlace Place = Scenes.Small();

    [Fact]
    public void Every_nuisance_occurs_in_some_clip() =>
        Assert.Equal(
            ["Bird", "Car", "CloudShadow", "Curtain", "Drifter", "Gondola", "Insect", "Laundry", "Lift", "LightSweep", "Rain", "Resident", "Snow", "Tree", "WindowLight"],
            Casts(SyntheticKind.Nuisance).SelectMany(cast => cast).Select(actor => actor.GetType().Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void A_nuisance_clip_is_never_empty_and_fuller_than_one_of_falls()
    {
        var (nuisances, falls) = (Casts(SyntheticKind.Nuisance), Casts(SyntheticKind.Fall));
        Assert.All(nuisances, Assert.NotEmpty);
        Assert.True(nuisances.Average(cast => cast.Count) > 1.5 * falls.Average(cast => cast.Count));
    }

    [Fact]
    public void Things_fall_before_what_is_on_the_facade_and_behind_what_is_before_it()
    {
        var thing = new Insect(1, 0.01, 1, 1);
        foreach (var cast in Enumerable.Range(1, 60).Select(seed => Cast(SyntheticKind.Nuisance, seed, thing).ToList()))
        {
            var at = cast.IndexOf(thing);
            Assert.All(cast.Take(at), actor => Assert.IsNotType<Tree>(actor));
            Assert.All(cast.Skip(at), actor => Assert.IsNotType<WindowLight>(actor));
        }
    }

    private static List<IReadOnlyList<ISceneActor>> Casts(SyntheticKind kind) => [.. Enumerable.Range(1, 60).Select(seed => Cast(kind, seed))];

    private static IReadOnlyList<ISceneActor> Cast(SyntheticKind kind, int seed, params ISceneActor[] things) =>
        new SceneCast(new SeededRandom((ulong)seed), kind, Place, []).Draw(things);
}
