using Gateway.Drivers.Simulation.Plates;
using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Perception.Plates.Synthetic;

/// <summary>Draws lots for plates: every legal number of a make is as likely as any other.</summary>
internal static class PlateDraw
{
    /// <summary>All makes.</summary>
    public static IReadOnlyList<PlateMake> Makes { get; } = Enum.GetValues<PlateMake>();

    /// <summary>A plate of a make.</summary>
    public static PlateDesign Of(PlateMake make, SeededRandom random) => make switch
    {
        PlateMake.Yellow => new PlateDesign(Standard(random), PlateLook.Yellow),
        PlateMake.TwoRows => new PlateDesign(Standard(random), PlateLook.YellowTwoRows),
        PlateMake.Green => new PlateDesign(Head(random) + One("DFABCEGHJK", random) + One(PlateGrammar.Serial, random) + Many(PlateGrammar.Digits, 4, random), PlateLook.Green),
        PlateMake.YellowGreen => new PlateDesign(Head(random) + Many(PlateGrammar.Digits, 5, random) + One("DF", random), PlateLook.YellowGreen),
        PlateMake.Police => Ending("警", PlateLook.White, random),
        PlateMake.Learner => Ending("学", PlateLook.Yellow, random),
        PlateMake.Trailer => Ending("挂", PlateLook.YellowTwoRows, random),
        PlateMake.HongKong => new PlateDesign("粤Z" + Serial(4, random) + "港", PlateLook.Black),
        PlateMake.Macau => new PlateDesign("粤Z" + Serial(4, random) + "澳", PlateLook.Black),
        PlateMake.Embassy => random.Chance(0.5)
            ? new PlateDesign(Many(PlateGrammar.Digits, 6, random) + "使", PlateLook.Black)
            : Ending("领", PlateLook.Black, random),
        _ => new PlateDesign(Standard(random), PlateLook.Blue),
    };

    private static PlateDesign Ending(string last, PlateLook look, SeededRandom random) => new(Head(random) + Serial(4, random) + last, look);

    private static string Standard(SeededRandom random) => Head(random) + Serial(5, random);

    private static string Head(SeededRandom random) => One(PlateGrammar.Provinces, random) + One(PlateGrammar.Places, random);

    /// <summary>Mostly digits, as plates are: at most two letters.</summary>
    private static string Serial(int length, SeededRandom random)
    {
        var text = Many(PlateGrammar.Digits, length, random).ToCharArray();
        for (var letters = random.Whole(0, 2); letters > 0; letters--)
        {
            text[random.Whole(0, length - 1)] = One(PlateGrammar.Serial[10..], random)[0];
        }

        return new string(text);
    }

    private static string Many(string from, int count, SeededRandom random) => string.Concat(Enumerable.Range(0, count).Select(_ => One(from, random)));

    private static string One(string from, SeededRandom random) => random.Pick<char>(from).ToString();
}
