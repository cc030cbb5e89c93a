using System.Text;
using Gateway.Edge.Perception.Models;
using Gateway.Edge.Perception.Plates.Recognition;

namespace Gateway.Edge.Tests.Perception.Plates.Recognition;

public sealed class PlateVocabularyTests
{
    [Fact]
    public void Look_alikes_lend_their_probability_and_separators_count_as_blank()
    {
        var list = string.Join('\n', PlateAlphabet.Characters.Select(one => one.ToString()).Append("o").Append("·").Append("猫"));
        var vocabulary = new PlateVocabulary(Encoding.UTF8.GetBytes(list));
        var count = PlateAlphabet.Characters.Length + 3;
        var general = new float[vocabulary.Count];
        general[0] = 0.1f;
        general[PlateAlphabet.ClassOf('0')] = 0.2f;
        general[count - 2] = 0.3f;
        general[count - 1] = 0.05f;
        general[count] = 0.25f;
        general[count + 1] = 0.1f;
        var plate = new float[PlateAlphabet.Count];

        vocabulary.Fold(general, plate);

        Assert.Equal(count + 2, vocabulary.Count);
        Assert.Equal(0.5f, plate[PlateAlphabet.ClassOf('0')], 1e-6f);
        Assert.Equal(0.5f, plate[PlateAlphabet.ClassOf('O')], 1e-6f);
        Assert.Equal(0.25f, plate[PlateAlphabet.Blank], 1e-6f);
        Assert.Equal(0, plate[PlateAlphabet.ClassOf('京')]);
    }

    [Fact]
    public void List_that_lacks_a_character_of_plates_is_refused_with_its_name()
    {
        var list = string.Join('\n', PlateAlphabet.Characters.Where(one => one != '皖'));
        var fault = Assert.Throws<ModelFaultException>(() => new PlateVocabulary(Encoding.UTF8.GetBytes(list)));
        Assert.Contains("皖", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Alphabet_holds_every_character_of_every_pattern_once()
    {
        var legal = Gateway.Edge.Perception.Plates.PlateGrammar.Patterns.SelectMany(pattern => pattern.Positions).SelectMany(position => position).Distinct();
        Assert.All(legal, character => Assert.Equal(character, PlateAlphabet.CharacterOf(PlateAlphabet.ClassOf(character))));
        Assert.Equal(PlateAlphabet.Count, PlateAlphabet.Characters.Length + 1);
        Assert.Equal(PlateAlphabet.Characters.Length, PlateAlphabet.Characters.Distinct().Count());
    }
}
