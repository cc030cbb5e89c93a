using Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Actors;

/// <summary>
/// Draws what moves in a scene besides the falls: in a clip of falls a few things at mild strength, in a nuisance clip two to four at full
/// strength and others mildly.
/// </summary>
/// <param name="random">Decides everything.</param>
/// <param name="kind">Of the clip.</param>
/// <param name="place">Where it plays.</param>
/// <param name="falls">Before which no tree may stand.</param>
internal sealed class SceneCast(SeededRandom random, SyntheticKind kind, ScenePlace place, IReadOnlyList<SyntheticFall> falls)
{
    private enum Part
    {
        Rain,
        Snow,
        Birds,
        Insects,
        Trees,
        Laundry,
        Sweeps,
        Lamps,
        Clouds,
        Residents,
        Gondola,
        Lift,
        Cars,
        Drifters,
        Curtains,
    }

    /// <summary>Who moves, from the farthest to the nearest; falls are between what hangs on the facade and what is before it.</summary>
    public IReadOnlyList<ISceneActor> Draw(IEnumerable<ISceneActor> things)
    {
        var strengths = Strengths();
        var facade = new FacadeActors(random.Fork(1), place);
        var air = new AirActors(random.Fork(2), place, falls);
        return
        [
            .. facade.Lamps(strengths[(int)Part.Lamps]),
            .. facade.Curtains(strengths[(int)Part.Curtains]),
            .. facade.Lift(strengths[(int)Part.Lift]),
            .. facade.Sweeps(strengths[(int)Part.Sweeps]),
            .. facade.Laundry(strengths[(int)Part.Laundry]),
            .. facade.Residents(strengths[(int)Part.Residents]),
            .. facade.Gondola(strengths[(int)Part.Gondola]),
            .. air.Clouds(strengths[(int)Part.Clouds]),
            .. things,
            .. air.Drifters(strengths[(int)Part.Drifters]),
            .. air.Birds(strengths[(int)Part.Birds]),
            .. air.Cars(strengths[(int)Part.Cars]),
            .. air.Trees(strengths[(int)Part.Trees]),
            .. air.Snow(strengths[(int)Part.Snow]),
            .. air.Rain(strengths[(int)Part.Rain]),
            .. air.Insects(strengths[(int)Part.Insects]),
        ];
    }

    /// <summary>0 for what is absent, up to 1.</summary>
    private double[] Strengths()
    {
        var strengths = new double[Enum.GetValues<Part>().Length];
        for (var i = 0; i < strengths.Length; i++)
        {
            var weather = i is (int)Part.Rain or (int)Part.Snow;
            strengths[i] = random.Chance(weather ? 0.06 : 0.18) ? random.Between(0.1, 0.35) : 0;
        }

        for (var leads = kind == SyntheticKind.Nuisance ? random.Whole(2, 4) : 0; leads > 0; leads--)
        {
            strengths[random.Whole(0, strengths.Length - 1)] = random.Between(0.6, 1);
        }

        return strengths;
    }
}
