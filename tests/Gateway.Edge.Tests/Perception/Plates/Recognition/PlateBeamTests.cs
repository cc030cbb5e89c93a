using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Perception.Plates.Recognition;

namespace Gateway.Edge.Tests.Perception.Plates.Recognition;

public sealed class PlateBeamTests
{
    private static readonly PlatePattern[] Small =
    [
        new(PlateKind.Standard, ["京津", "AB", "12"]),
        new(PlateKind.NewEnergy, ["京", "AB", "12", "1D"]),
    ];

    [Fact]
    public void Best_plates_are_those_of_an_exhaustive_search()
    {
        var random = new Random(11);
        for (var round = 0; round < 60; round++)
        {
            var steps = CtcSteps.Random(random, 5 + random.Next(3), "京津AB12D");
            var all = Texts().Select(text => (Text: text, Log: BruteForce(steps, text))).OrderByDescending(one => one.Log).ToList();
            var found = new (PackedText Text, double Log)[64];

            var count = new PlateBeam(Small, perLength: 64).Search(steps, found);

            Assert.True(count > 0);
            Assert.Equal(all[0].Text, found[0].Text.ToString());
            Assert.Equal(all[0].Log, found[0].Log, 1e-3);
        }
    }

    [Fact]
    public void Score_of_a_text_is_the_sum_over_all_ways_to_place_it()
    {
        var random = new Random(12);
        for (var round = 0; round < 60; round++)
        {
            var steps = CtcSteps.Random(random, 4 + random.Next(4), "京津AB12D");
            foreach (var text in Texts())
            {
                Assert.Equal(BruteForce(steps, text), CtcScore.Log(steps, PackedText.Of(text)), 1e-6);
            }
        }
    }

    [Fact]
    public void Doubled_characters_need_the_blank_between_them()
    {
        var together = CtcSteps.Spell("京A1_1_2_3_4");
        var apart = CtcSteps.Spell("京_A_11_2_3_4_5");

        Assert.Equal("京A11234", Best(together));
        Assert.Equal("京A12345", Best(apart));
    }

    [Fact]
    public void Letter_that_is_illegal_where_it_stands_gives_way_to_a_legal_one()
    {
        var steps = CtcSteps.Spell("京_0_1_2_3_4_5");

        // A zero as second character is none; the next likeliest letter is taken, however unlikely.
        steps[(2 * PlateAlphabet.Count) + PlateAlphabet.ClassOf('D')] = 0.01f;
        Assert.Equal("京D12345", Best(steps));
    }

    [Fact]
    public void Too_few_steps_for_a_plate_find_none_that_is_likely()
    {
        var found = new (PackedText Text, double Log)[4];
        var count = new PlateBeam(PlateGrammar.Patterns).Search(CtcSteps.Spell("京A1"), found);
        Assert.True(count == 0 || found[0].Log < -20);
    }

    [Fact]
    public void Text_is_packed_and_unpacked_alike()
    {
        foreach (var text in new[] { "京A12345", "沪AD12345", "使123456", "粤Z1Z34澳", "琼" })
        {
            var packed = PackedText.Of(text);
            Assert.Equal((text, text.Length), (packed.ToString(), packed.Length));
            Assert.Equal(PlateAlphabet.ClassOf(text[^1]), packed.Last);
        }

        Assert.NotEqual(PackedText.Of("京A"), PackedText.Of("京A1"));
        Assert.Equal(PlateAlphabet.Blank, default(PackedText).Last);
    }

    private static string Best(float[] steps)
    {
        var found = new (PackedText Text, double Log)[4];
        return new PlateBeam(PlateGrammar.Patterns).Search(steps, found) > 0 ? found[0].Text.ToString() : "";
    }

    private static IEnumerable<string> Texts()
    {
        foreach (var pattern in Small)
        {
            IEnumerable<string> texts = [""];
            texts = pattern.Positions.Aggregate(texts, (heads, legal) => heads.SelectMany(head => legal.Select(one => head + one)));
            foreach (var text in texts)
            {
                yield return text;
            }
        }
    }

    /// <summary>Sums over every assignment of blank or one of the text's characters to every step.</summary>
    private static double BruteForce(float[] steps, string text)
    {
        var count = steps.Length / PlateAlphabet.Count;
        int[] classes = [PlateAlphabet.Blank, .. text.Distinct().Select(PlateAlphabet.ClassOf)];
        var total = 0.0;
        var path = new int[count];
        for (var number = 0L; number < Math.Pow(classes.Length, count); number++)
        {
            var rest = number;
            var product = 1.0;
            for (var step = 0; step < count; step++, rest /= classes.Length)
            {
                path[step] = classes[rest % classes.Length];
                product *= steps[(step * PlateAlphabet.Count) + path[step]] + PlateBeam.Floor;
            }

            var spelled = path.Where((one, step) => one != PlateAlphabet.Blank && (step == 0 || path[step - 1] != one));
            total += spelled.Select(PlateAlphabet.CharacterOf).SequenceEqual(text) ? product : 0;
        }

        return Math.Log(total);
    }
}
