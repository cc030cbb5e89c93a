using Gateway.Drivers.Simulation.Plates;
using Gateway.Edge.Perception.Plates.Evaluation;
using Gateway.Edge.Perception.Plates.Synthetic;

namespace Gateway.Edge.Tests.Perception.Plates.Synthetic;

/// <summary>What is not simply a plate on a vehicle, read by the product's own reader.</summary>
public sealed class OddPicturesTests
{
    private const int Seeds = 4;

    public static TheoryData<string> Cases => [.. OddPictures.Cases.Select(odd => odd.ToString())];

    [Theory(Timeout = 300_000)]
    [MemberData(nameof(Cases))]
    public async Task Same_seed_gives_the_same_picture(string named)
    {
        var odd = Enum.Parse<OddCase>(named);
        var pictures = new OddPictures(await PlateGlyphs.SharedAsync());
        var (one, again) = (pictures.Draw(odd, 3), pictures.Draw(odd, 3));
        Assert.Equal(one.Image.Pixels, again.Image.Pixels);
        Assert.Equal(one.Legible, again.Legible);
        Assert.NotEqual(one.Image.Pixels, pictures.Draw(odd, 4).Image.Pixels);
    }

    [Theory(Timeout = 300_000)]
    [MemberData(nameof(Cases))]
    public async Task No_wrong_number_is_read_with_certainty(string named)
    {
        var odd = Enum.Parse<OddCase>(named);
        var pictures = new OddPictures(await PlateGlyphs.SharedAsync());
        using var host = new PlateEvaluationHost();
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var picture = pictures.Draw(odd, seed);
            foreach (var reading in host.Reader.Read(picture.Image, null).Where(reading => reading.Number is not null))
            {
                Assert.True(
                    reading.Confidence < SyntheticEvaluation.Certain || picture.Legible.Contains(reading.Number!.Text, StringComparer.Ordinal),
                    $"{odd} {seed}: {reading.Number} at {reading.Confidence:0.000}; legible: {string.Join(", ", picture.Legible)}");
            }
        }
    }

    [Fact(Timeout = 300_000)]
    public async Task Both_of_two_plates_are_read_in_most_pictures()
    {
        var pictures = new OddPictures(await PlateGlyphs.SharedAsync());
        using var host = new PlateEvaluationHost();
        var read = 0;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var picture = pictures.Draw(OddCase.TwoPlates, seed);
            var numbers = host.Reader.Read(picture.Image, null).Select(reading => reading.Number?.Text).ToList();
            read += picture.Legible.Count(numbers.Contains);
        }

        Assert.True(read >= Seeds * 2 * 3 / 4, $"{read} of {Seeds * 2}");
    }

    [Fact(Timeout = 300_000)]
    public async Task Only_the_telephone_is_held_up()
    {
        var pictures = new OddPictures(await PlateGlyphs.SharedAsync());
        Assert.All(OddPictures.Cases, odd => Assert.Equal(odd == OddCase.PhoneScreen, pictures.Draw(odd, 1).Held));
    }
}
