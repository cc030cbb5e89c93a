using Gateway.Drivers.FaceGates.Readers;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Passes;

namespace Gateway.Edge.Tests.Access.Passes;

public sealed class PassCheckTests : IDisposable
{
    private readonly PassBench _bench = new();

    [Fact]
    public void Card_opens_again_and_again()
    {
        var pass = _bench.Issue("0012345678");

        Assert.Equal(pass, _bench.Check.Read(CredentialKind.Card, "0012345678", _bench.Now).Pass);
        Assert.Equal(pass, _bench.Check.Read(CredentialKind.Card, "0012345678", _bench.Now).Pass);
    }

    [Fact]
    public void Number_printed_on_a_card_opens_nothing_as_a_QR_code_and_a_code_opens_nothing_as_a_card()
    {
        _bench.Issue("0012345678");

        Assert.Equal(RefusalCause.CodeUnknown, CauseOf("0012345678"));
        Assert.Equal(RefusalCause.CardUnknown, _bench.Check.Read(CredentialKind.Card, _bench.Code(_bench.Issue()), _bench.Now).Refusal?.Cause);
    }

    [Fact]
    public void Code_opens_once_and_the_next_one_opens_again()
    {
        var pass = _bench.Issue();
        var code = _bench.Code(pass);

        Assert.Equal(pass, _bench.Check.Read(CredentialKind.Qr, code, _bench.Now).Pass);
        Assert.Equal(RefusalCause.CodeUsed, CauseOf(code));
        Assert.Equal(RefusalCause.CodeUsed, CauseOf(code.ToLowerInvariant()));
        _bench.Clock.Advance(PassCode.Step);
        Assert.Equal(RefusalCause.CodeUsed, CauseOf(code));
        Assert.Equal(pass, _bench.Check.Read(CredentialKind.Qr, _bench.Code(pass), _bench.Now).Pass);
        _bench.Clock.Advance(PassCode.Step);
        Assert.Equal(RefusalCause.CodeOld, CauseOf(code));
    }

    [Fact]
    public void Code_that_a_broken_door_used_up_is_given_back()
    {
        var code = _bench.Code(_bench.Issue());

        _bench.Check.GiveBack(_bench.Check.Read(CredentialKind.Qr, code, _bench.Now));
        Assert.NotNull(_bench.Check.Read(CredentialKind.Qr, code, _bench.Now).Pass);
    }

    [Fact]
    public void Code_that_was_made_before_one_that_was_used_opens_nothing()
    {
        var pass = _bench.Issue();
        var pictured = _bench.Code(pass);
        _bench.Clock.Advance(PassCode.Step);

        var shown = _bench.Check.Read(CredentialKind.Qr, _bench.Code(pass), _bench.Now);
        Assert.Equal(pass, shown.Pass);
        Assert.Equal(RefusalCause.CodeUsed, CauseOf(pictured));
        _bench.Check.GiveBack(shown);
        Assert.Equal(RefusalCause.CodeUsed, CauseOf(pictured));
        Assert.Null(CauseOf(_bench.Code(pass)));
    }

    [Fact]
    public void Code_that_was_made_before_a_restart_is_old_and_the_next_one_opens()
    {
        var pass = _bench.Issue();
        var code = _bench.Code(pass);
        Assert.Null(CauseOf(code));

        _bench.Open();
        Assert.Equal(RefusalCause.CodeOld, CauseOf(code));
        _bench.Clock.Advance(PassCode.Step);
        Assert.Equal(RefusalCause.CodeOld, CauseOf(code));
        Assert.Null(CauseOf(_bench.Code(pass)));
    }

    [Fact]
    public void Clock_that_goes_forward_and_back_makes_no_used_code_fresh()
    {
        var (pass, other) = (_bench.Issue(), _bench.Issue());
        var (code, at) = (_bench.Code(pass), _bench.Now);
        Assert.Null(CauseOf(code));
        Assert.Null(_bench.Check.Read(CredentialKind.Qr, PassCode.Write(_bench.Secrets, other.Id, at.AddHours(1)), at.AddHours(1)).Refusal);

        Assert.Equal(RefusalCause.ClockBehind, CauseOf(code));
        Assert.Equal(RefusalCause.ClockBehind, _bench.Check.Read(CredentialKind.Qr, code, at.AddMinutes(59)).Refusal?.Cause);
        Assert.Equal(RefusalCause.CodeOld, _bench.Check.Read(CredentialKind.Qr, code, at.AddHours(1) - PassCode.Step).Refusal?.Cause);
    }

    [Fact]
    public void Every_refusal_has_its_cause_and_its_next_step_in_both_languages()
    {
        var (revoked, ended, card) = (_bench.Issue(), _bench.Issue(until: _bench.Now.AddSeconds(5)), _bench.Issue("0012345678"));
        _bench.Book.Revoke(revoked.Id);
        _bench.Book.Revoke(card.Id);
        var old = _bench.Code(_bench.Issue());
        _bench.Clock.Advance(TimeSpan.FromSeconds(40));

        (CredentialKind Kind, string Text, RefusalCause Cause)[] expected =
        [
            (CredentialKind.Qr, _bench.Code(revoked), RefusalCause.PassRevoked),
            (CredentialKind.Qr, _bench.Code(ended), RefusalCause.PassEnded),
            (CredentialKind.Qr, old, RefusalCause.CodeOld),
            (CredentialKind.Card, "0012345678", RefusalCause.CardUnknown),
            (CredentialKind.Qr, "https://example.com/menu", RefusalCause.CodeUnknown),
            (CredentialKind.Qr, "EGP1:" + new string('0', 72), RefusalCause.CodeUnknown),
            (CredentialKind.Qr, PassCode.Write(_bench.Secrets, Guid.NewGuid(), _bench.Now), RefusalCause.CodeUnknown),
        ];
        foreach (var (kind, text, cause) in expected)
        {
            var refusal = _bench.Check.Read(kind, text, _bench.Now).Refusal!;
            Assert.Equal((text, cause), (text, refusal.Cause));
            Assert.Matches("；.+", refusal.Reason.Zh);
            Assert.Matches("; .+", refusal.Reason.En);
        }
    }

    public void Dispose() => _bench.Dispose();

    private RefusalCause? CauseOf(string text) => _bench.Check.Read(CredentialKind.Qr, text, _bench.Now).Refusal?.Cause;
}
