using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Registry;

namespace Gateway.Edge.Tests.Access.Grants.Registry;

public sealed class GrantFieldsTests
{
    private static readonly DateTimeOffset s_now = new(2026, 6, 1, 16, 0, 0, TimeSpan.FromHours(8));

    private static readonly GrantDraft s_draft = new("plumber", "3-1202", s_now.AddHours(2), Name: "王建国");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    [InlineData("a name of a gate that is one character longer than the sixty-four")]
    public void Name_of_a_place_that_cannot_be_used_is_refused_and_does_not_mean_everywhere(string? name)
    {
        Assert.Equal(["gates"], Refused(s_draft with { Gates = [name!] }));
        Assert.Equal(["gates"], Refused(s_draft with { Gates = ["east", name!] }));
        Assert.Equal(["areas"], Refused(s_draft with { Areas = [name!] }));
    }

    [Fact]
    public void Lists_with_nothing_in_a_place_are_refused()
    {
        Assert.Equal(["plates"], Refused(s_draft with { Plates = [null!] }));
        Assert.Equal(["plates"], Refused(s_draft with { Plates = [" "] }));
        Assert.Equal(["photos"], Refused(s_draft with { Face = new FaceOffer([null!], "王建国", "v1") }));
    }

    [Fact]
    public void Longest_name_of_a_place_is_taken_without_its_blanks() =>
        Assert.Equal([new string('x', 64)], new GrantFields(new GrantOptions()).Check(s_draft with { Gates = [$" {new string('x', 64)} "] }, s_now, null).Grant!.Places.Gates);

    private static IEnumerable<string> Refused(GrantDraft draft) => new GrantFields(new GrantOptions()).Check(draft, s_now, null).Refusals.Select(refusal => refusal.Field);
}
