using Gateway.Edge.Access.Passes;

namespace Gateway.Edge.Tests.Access.Passes;

public sealed class PassCodeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly PassSecrets _secrets = new([.. Enumerable.Range(0, 32).Select(value => (byte)value)]);
    private readonly Guid _pass = Guid.NewGuid();

    [Fact]
    public void Code_tells_its_pass_and_step_and_needs_no_shift_key()
    {
        var text = PassCode.Write(_secrets, _pass, Noon);

        Assert.Equal((_pass, PassCode.StepAt(Noon)), PassCode.Read(_secrets, text));
        Assert.Equal((_pass, PassCode.StepAt(Noon)), PassCode.Read(_secrets, text.ToLowerInvariant()));
        Assert.Matches("^EGP1:[0-9A-F]{72}$", text);
    }

    [Fact]
    public void No_changed_character_and_no_other_gateway_s_code_is_taken()
    {
        var text = PassCode.Write(_secrets, _pass, Noon);
        for (var place = 0; place < text.Length; place++)
        {
            var changed = text.ToCharArray();
            changed[place] = changed[place] == 'A' ? 'B' : 'A';
            Assert.Null(PassCode.Read(_secrets, new string(changed)));
        }

        Assert.Null(PassCode.Read(new PassSecrets(new byte[32]), text));
        Assert.Null(PassCode.Read(_secrets, text + "0"));
        Assert.Null(PassCode.Read(_secrets, text[..^1]));
        Assert.Null(PassCode.Read(_secrets, "EGP1:"));
        Assert.Null(PassCode.Read(_secrets, "0012345678"));
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 14, true)]
    [InlineData(0, 15, true)]
    [InlineData(14, 29, true)]
    [InlineData(0, 30, false)]
    [InlineData(0, 86_400, false)]
    [InlineData(60, 0, false)]
    public void Code_is_good_in_its_own_step_and_the_next_and_never_before(int made, int shown, bool fresh) =>
        Assert.Equal(fresh, PassCode.IsFresh(PassCode.StepAt(Noon.AddSeconds(made)), Noon.AddSeconds(shown)));

    [Fact]
    public void Address_of_a_phone_s_page_is_for_one_pass_and_cannot_be_made_up()
    {
        var key = PassAddress.Key(_secrets, _pass);

        Assert.Equal(_pass, PassAddress.Read(_secrets, key));
        Assert.Null(PassAddress.Read(new PassSecrets(new byte[32]), key));
        Assert.All((string?[])[null, "", "x", new string('A', 43), key + "A", new string('a', 10_000_000)], made => Assert.Null(PassAddress.Read(_secrets, made)));
        Assert.DoesNotContain(key, PassCode.Write(_secrets, _pass, Noon), StringComparison.Ordinal);
    }
}
