using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Perception.Plates.Recognition;

namespace Gateway.Edge.Tests.Perception.Plates.Recognition;

public sealed class PlateDecoderTests
{
    [Fact]
    public void Clear_steps_give_a_certain_number_with_certain_characters()
    {
        var text = new PlateDecoder().Decode([View("京_A_1_2_3_4_5")], PlateColour.Blue);

        Assert.Equal("京A12345", text.Text);
        Assert.True(text.Share > 0.99f);
        Assert.True(text.Fit > 0.9f);
        Assert.All(text.Characters, character => Assert.True(character.Confidence > 0.99f));
    }

    [Fact]
    public void Doubtful_character_has_the_other_one_as_its_second_choice()
    {
        var view = View("京_A_1_2_3_4_D");
        foreach (var steps in new[] { view.General, view.Head })
        {
            var last = steps.AsSpan(12 * PlateAlphabet.Count, PlateAlphabet.Count);
            (last[PlateAlphabet.ClassOf('D')], last[PlateAlphabet.ClassOf('0')]) = (0.5f, 0.45f);
        }

        var text = new PlateDecoder().Decode([view], PlateColour.Unknown);

        Assert.Equal("京A1234D", text.Text);
        Assert.Equal('0', text.Characters[^1].Next);
        Assert.InRange(text.Characters[^1].Confidence, 0.4f, 0.7f);
        Assert.Equal(text.Characters[^1].Confidence, text.Share, 0.05f);
        Assert.True(text.Characters[0].Confidence > 0.95f);
    }

    [Fact]
    public void Colour_settles_what_the_characters_leave_open_and_nothing_else()
    {
        // Seven characters and a faint eighth.
        var view = View("沪_A_D_1_2_3_4__");
        foreach (var steps in new[] { view.General, view.Head })
        {
            var last = steps.AsSpan(14 * PlateAlphabet.Count, PlateAlphabet.Count);
            (last[PlateAlphabet.Blank], last[PlateAlphabet.ClassOf('5')]) = (0.5f, 0.48f);
        }

        var decoder = new PlateDecoder();
        Assert.Equal("沪AD12345", decoder.Decode([view], PlateColour.Green).Text);
        Assert.Equal("沪AD1234", decoder.Decode([view], PlateColour.Blue).Text);
        Assert.Equal("沪AD12345", decoder.Decode([View("沪_A_D_1_2_3_4_5")], PlateColour.Blue).Text);
        Assert.Equal("京A12345", decoder.Decode([View("京_A_1_2_3_4_5")], PlateColour.White).Text);
    }

    [Fact]
    public void Half_a_plate_and_a_slogan_fit_badly()
    {
        var decoder = new PlateDecoder();
        Assert.True(decoder.Decode([View("_2_3_4_5_____")], PlateColour.Blue).Fit < 0.3f);
        Assert.True(decoder.Decode([View("_____________")], PlateColour.Unknown).Fit < 0.1f);
    }

    [Theory]
    [InlineData(nameof(PlateKind.NewEnergy), nameof(PlateColour.Green))]
    [InlineData(nameof(PlateKind.Police), nameof(PlateColour.White))]
    [InlineData(nameof(PlateKind.Learner), nameof(PlateColour.Yellow))]
    [InlineData(nameof(PlateKind.HongKong), nameof(PlateColour.Black))]
    [InlineData(nameof(PlateKind.Standard), nameof(PlateColour.Blue))]
    public void Form_is_likelier_on_its_own_ground(string kindName, string ownName)
    {
        var (kind, own) = (Enum.Parse<PlateKind>(kindName), Enum.Parse<PlateColour>(ownName));
        Assert.All(
            Enum.GetValues<PlateColour>().Where(colour => colour != own),
            colour => Assert.True(PlateForms.Weight(kind, own) >= PlateForms.Weight(kind, colour)));
    }

    private static PlateView View(string path)
    {
        var view = new PlateView(path.Length, path.Length);
        CtcSteps.Spell(path).CopyTo(view.General, 0);
        CtcSteps.Spell(path).CopyTo(view.Head, 0);
        return view;
    }
}
