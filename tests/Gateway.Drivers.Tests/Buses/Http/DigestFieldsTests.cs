using Gateway.Drivers.Buses.Http;

namespace Gateway.Drivers.Tests.Buses.Http;

public sealed class DigestFieldsTests
{
    [Fact]
    public void Quoted_and_bare_values_are_read_with_their_commas_and_escapes()
    {
        var fields = DigestFields.Parse("realm=\"a, \\\"b\\\" \\\\\", NONCE=xyz ,stale = true, qop=\"auth,auth-int\"");
        Assert.NotNull(fields);
        Assert.Equal("a, \"b\" \\", fields["realm"]);
        Assert.Equal("xyz", fields["nonce"]);
        Assert.Equal("true", fields["stale"]);
        Assert.Equal("auth,auth-int", fields["qop"]);
    }

    [Theory]
    [InlineData("realm")]
    [InlineData("realm=\"open")]
    [InlineData("realm=\"a\\")]
    [InlineData("=x")]
    [InlineData("a=1, a=2")]
    [InlineData("a=\"1\"b=2")]
    public void What_is_no_list_of_fields_is_none(string text) => Assert.Null(DigestFields.Parse(text));

    [Fact]
    public void Endless_header_is_none() => Assert.Null(DigestFields.Parse("a=" + new string('x', 5000)));

    [Fact]
    public void Quoted_value_is_read_back()
    {
        const string Value = "p\"q\\r, s";
        Assert.Equal(Value, DigestFields.Parse("v=" + DigestFields.Quoted(Value))!["v"]);
    }
}
