using Gateway.Edge.Access.Vehicles.Rules;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Tests.Access.Vehicles.Rules;

public sealed class PlateConfusionTests
{
    [Theory]
    [InlineData("京A1234D", "京A12340")]
    [InlineData("京A12345", "京A1234S")]
    [InlineData("京A18345", "京A1B345")]
    [InlineData("京A22345", "京AZ2345")]
    [InlineData("京A62345", "京AG2345")]
    [InlineData("京AL2345", "京A12345")]
    [InlineData("京A72345", "京AT2345")]
    [InlineData("京D12345", "京O12345")]
    [InlineData("京A12345", "琼A12345")]
    [InlineData("京AD12345", "沪AD12345")]
    [InlineData("京A1234警", "沪A1234警")]
    public void A_named_pair_or_the_province_alone_is_a_slip_both_ways(string read, string meant)
    {
        Assert.True(PlateConfusion.IsSlip(Plate(read), Plate(meant)));
        Assert.True(PlateConfusion.IsSlip(Plate(meant), Plate(read)));
    }

    [Theory]
    [InlineData("京A12345", "京A12345")]
    [InlineData("京A12345", "京A12346")]
    [InlineData("京A12345", "沪A1234S")]
    [InlineData("京A12045", "京A1D04S")]
    [InlineData("京A12345", "京B12345")]
    [InlineData("京AD12345", "京A12345")]
    [InlineData("京A12348", "京A12343")]
    [InlineData("京AL2345", "京A72345")]
    [InlineData("京A1234警", "京A1234学")]
    public void Nothing_else_is(string read, string meant) => Assert.False(PlateConfusion.IsSlip(Plate(read), Plate(meant)));

    [Fact]
    public void What_is_tried_is_exactly_what_is_a_slip()
    {
        // Every text at a distance of one, over all characters that any plate holds, against the list.
        var characters = PlateGrammar.Provinces + PlateGrammar.Serial + "O警学挂港澳使领";
        foreach (var text in new[] { "京A10B27", "粤ZD8G5港", "沪AD12Q45", "京D0QOZT" }.Where(text => PlateNumber.TryParse(text, out _)))
        {
            var expected = new HashSet<string>(StringComparer.Ordinal);
            for (var position = 0; position < text.Length; position++)
            {
                foreach (var character in characters)
                {
                    var other = text[..position] + character + text[(position + 1)..];
                    if (PlateNumber.TryParse(other, out var plate) && PlateConfusion.IsSlip(Plate(text), plate))
                    {
                        expected.Add(other);
                    }
                }
            }

            var tried = PlateConfusion.Meant(text)
                .Where(meant => PlateNumber.TryParse(meant, out var plate) && plate.Kind == Plate(text).Kind)
                .ToHashSet(StringComparer.Ordinal);
            Assert.NotEmpty(expected);
            Assert.Equal(expected.Order(StringComparer.Ordinal), tried.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Masks_meet_exactly_where_at_most_one_character_differs()
    {
        Assert.NotEmpty(PlateConfusion.Masks("京A12345").Intersect(PlateConfusion.Masks("京A12375"), StringComparer.Ordinal));
        Assert.Empty(PlateConfusion.Masks("京A12345").Intersect(PlateConfusion.Masks("京A12376"), StringComparer.Ordinal));
    }

    private static PlateNumber Plate(string text) => VehiclesFixture.Plate(text);
}
