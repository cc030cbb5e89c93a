using System.Text;
using Gateway.Drivers.Buses.Ocpp;
using Gateway.Drivers.Buses.Ocpp.Server;

namespace Gateway.Drivers.Tests.Buses.Ocpp.Server;

public sealed class ChargerLoginTests
{
    private const string Hex = "00112233445566778899aabbccddeeff00112233";

    [Theory]
    [InlineData("shed-1", "a:password:with:colons", true)]
    [InlineData("shed-1", "a:password:with:colon", false)]
    [InlineData("shed-1", "", false)]
    [InlineData("shed-2", "a:password:with:colons", false)]
    public void The_user_is_the_charger_and_the_password_all_that_follows(string user, string password, bool matches) =>
        Assert.Equal(matches, ChargerLogin.Matches(Header(Encoding.UTF8.GetBytes($"{user}:{password}")), new OcppChargerSettings("shed-1", "a:password:with:colons")));

    [Fact]
    public void Forty_hexadecimal_digits_match_as_text_and_as_bytes()
    {
        var charger = new OcppChargerSettings("shed-1", Hex);

        Assert.True(ChargerLogin.Matches(Header(Encoding.UTF8.GetBytes($"shed-1:{Hex}")), charger));
        Assert.True(ChargerLogin.Matches(Header([.. "shed-1:"u8, .. Convert.FromHexString(Hex)]), charger));
        Assert.False(ChargerLogin.Matches(Header([.. "shed-1:"u8, .. new byte[20]]), charger));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Basic")]
    [InlineData("Basic !!!")]
    [InlineData("Basic c2hlZC0x")]
    [InlineData("Bearer c2hlZC0xOmE=")]
    public void Anything_else_is_refused(string? header) => Assert.False(ChargerLogin.Matches(header, new OcppChargerSettings("shed-1", "a long enough one")));

    [Fact]
    public void A_header_beyond_all_bounds_is_refused() =>
        Assert.False(ChargerLogin.Matches(Header(new byte[4096]), new OcppChargerSettings("shed-1", "a long enough one")));

    [Fact]
    public void The_password_is_not_part_of_its_text() =>
        Assert.DoesNotContain("enough", new OcppChargerSettings("shed-1", "a long enough one").ToString(), StringComparison.Ordinal);

    private static string Header(byte[] login) => "Basic " + Convert.ToBase64String(login);
}
