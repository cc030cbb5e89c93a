using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Tests.Perception.Plates;

public sealed class PlateNumberTests
{
    [Theory]
    [InlineData("京A12345", nameof(PlateKind.Standard))]
    [InlineData("粤OA9112", nameof(PlateKind.Standard))]
    [InlineData("沪AD12345", nameof(PlateKind.NewEnergy))]
    [InlineData("沪A12345D", nameof(PlateKind.NewEnergy))]
    [InlineData("沪AF1A34", nameof(PlateKind.Standard))]
    [InlineData("京A1234警", nameof(PlateKind.Police))]
    [InlineData("苏B12A4学", nameof(PlateKind.Learner))]
    [InlineData("鲁C1234挂", nameof(PlateKind.Trailer))]
    [InlineData("粤Z12A4港", nameof(PlateKind.HongKong))]
    [InlineData("粤Z12A4澳", nameof(PlateKind.Macau))]
    [InlineData("沪A1234领", nameof(PlateKind.Embassy))]
    [InlineData("使123456", nameof(PlateKind.Embassy))]
    [InlineData("123456使", nameof(PlateKind.Embassy))]
    public void Every_form_has_its_kind(string text, string kind)
    {
        Assert.True(PlateNumber.TryParse(text, out var number));
        Assert.Equal((text, kind), (number.Text, number.Kind.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("京A1234")]
    [InlineData("京A123456")]
    [InlineData("京AI2345")]
    [InlineData("京AO2345")]
    [InlineData("京I12345")]
    [InlineData("美A12345")]
    [InlineData("A京12345")]
    [InlineData("京A1234港")]
    [InlineData("沪AZ12345")]
    [InlineData("沪AF1A345")]
    [InlineData("沪AD1234A")]
    [InlineData("停车场出口")]
    [InlineData("京A12345京A12345京A12345京A12345京A12345")]
    public void What_is_no_plate_is_refused(string text) => Assert.False(PlateNumber.TryParse(text, out _));

    [Theory]
    [InlineData("京a·12345")]
    [InlineData(" 京A 123-45 ")]
    [InlineData("京Ａ１２３４５")]
    [InlineData("京a•１２3.45")]
    public void Typed_input_becomes_one_spelling(string typed)
    {
        Assert.True(PlateNumber.TryParse(typed, out var number));
        Assert.Equal("京A12345", number.Text);
        Assert.Equal("京A·12345", number.Display);
        Assert.True(PlateNumber.TryParse("京A12345", out var same));
        Assert.Equal(same, number);
    }

    [Fact]
    public void Embassy_number_is_shown_without_a_dot() => Assert.Equal("使123456", PlateNumber.TryParse("使123456", out var number) ? number.Display : "");

    [Fact]
    public void Every_text_of_every_pattern_is_a_plate_and_survives_being_displayed_and_typed_again()
    {
        var random = new Random(5);
        foreach (var pattern in PlateGrammar.Patterns)
        {
            for (var round = 0; round < 200; round++)
            {
                var text = string.Concat(pattern.Positions.Select(legal => legal[random.Next(legal.Length)]));

                Assert.True(PlateNumber.TryParse(text, out var number), text);
                Assert.True(PlateNumber.TryParse(number.Display.ToLowerInvariant(), out var again), text);
                Assert.Equal(number, again);
            }
        }
    }

    [Fact]
    public void Any_single_illegal_character_makes_it_no_plate()
    {
        foreach (var illegal in "IO?中 学"[..4])
        {
            for (var position = 2; position < 7; position++)
            {
                var text = "京A12345".Remove(position, 1).Insert(position, illegal.ToString());
                Assert.Null(PlateGrammar.KindOf(text));
            }
        }
    }
}
