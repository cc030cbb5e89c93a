using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Tests.Access.Decisions;

public sealed class PassageRulesTests
{
    private readonly FakePeople _people = new();

    [Fact]
    public void Recognised_resident_is_let_in_and_greeted_by_masked_name()
    {
        var resident = _people.Add("王*");

        var decision = PassageRules.Decide(Claim(ClaimKind.Recognised, resident.Id), _people, GateScene.Plain);

        Assert.Equal(PassageOutcome.OpenedResident, Assert.IsType<PassageDecision.OpenedForResident>(decision).Outcome);
        Assert.True(decision.Opens);
        Assert.Equal("欢迎回家，王*", decision.Reason.Zh);
        Assert.Equal(resident, decision.Person);
    }

    [Fact]
    public void Subject_behind_whom_nobody_stands_any_more_is_refused()
    {
        var resident = _people.Add("王*");
        _people.Forget(resident);

        var decision = PassageRules.Decide(Claim(ClaimKind.Recognised, resident.Id), _people, GateScene.Plain);

        Assert.False(decision.Opens);
        Assert.Equal(RefusalCause.NoLongerRegistered, Assert.IsType<PassageDecision.Refused>(decision).Cause);
    }

    [Fact]
    public void Resident_without_consent_to_the_face_is_let_in_by_a_card_and_not_by_a_face_that_something_still_knows()
    {
        var resident = _people.Add("王*", byFace: false);

        var face = PassageRules.Decide(Claim(ClaimKind.Recognised, resident.Id) with { Method = IdentityClaim.Face }, _people, GateScene.Plain);
        var card = PassageRules.Decide(Claim(ClaimKind.Recognised, resident.Id) with { Method = "card" }, _people, GateScene.Plain);

        Assert.Equal(RefusalCause.NoLongerRegistered, Assert.IsType<PassageDecision.Refused>(face).Cause);
        Assert.Equal(resident, Assert.IsType<PassageDecision.OpenedForResident>(card).Person);
    }

    [Fact]
    public void Worker_without_a_grant_is_refused()
    {
        var worker = _people.Add("李*", PersonKind.TemporaryWorker);

        var decision = PassageRules.Decide(Claim(ClaimKind.Recognised, worker.Id), _people, GateScene.Plain);

        Assert.Equal(RefusalCause.NoGrant, Assert.IsType<PassageDecision.Refused>(decision).Cause);
    }

    [Fact]
    public void Recognised_claim_without_a_subject_fails_closed() =>
        Assert.False(PassageRules.Decide(Claim(ClaimKind.Recognised, null), _people, GateScene.Plain).Opens);

    [Theory]
    [InlineData(ClaimKind.Unrecognised, PassageOutcome.Stranger)]
    [InlineData(ClaimKind.Spoofed, PassageOutcome.Refused)]
    [InlineData(ClaimKind.Unclear, PassageOutcome.Refused)]
    internal void Whoever_is_not_recognised_stays_out_and_hears_what_else_works(ClaimKind kind, PassageOutcome outcome)
    {
        // A subject beside a claim that does not carry must not open anything.
        var decision = PassageRules.Decide(Claim(kind, _people.Add("王*").Id), _people, GateScene.Plain);

        Assert.Equal(outcome, decision.Outcome);
        Assert.False(decision.Opens);
        Assert.Null(decision.Person);
        Assert.Contains("二维码", decision.Reason.Zh, StringComparison.Ordinal);
        Assert.Contains("QR code or card", decision.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Unclear_face_is_told_what_would_help()
    {
        var claim = Claim(ClaimKind.Unclear, null) with { Hint = new LocalizedText("请靠近一些", "Come closer") };

        var decision = PassageRules.Decide(claim, _people, GateScene.Plain);

        Assert.StartsWith("请靠近一些", decision.Reason.Zh, StringComparison.Ordinal);
        Assert.StartsWith("Come closer", decision.Reason.En, StringComparison.Ordinal);
    }

    private static IdentityClaim Claim(ClaimKind kind, Guid? subject) =>
        new("face", kind, subject, 0.7, Visit: 1, Hint: null, DateTimeOffset.UnixEpoch);
}
