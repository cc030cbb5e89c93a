using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Tests.Access.Decisions;

public sealed class WorkerDecisionTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 6, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly GateScene s_scene = new("east", TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
    private static readonly GrantTerms s_terms = new(
        Guid.NewGuid(), new LocalizedText("水电工", "plumber"), s_noon.AddHours(-2), s_noon.AddHours(2), GrantPlaces.Everywhere);

    [Fact]
    public void Expected_worker_is_let_in_with_tag_and_grant()
    {
        var decision = Decide(s_terms);

        Assert.True(decision.Opens);
        Assert.Equal((PassageOutcome.OpenedTemporaryWorker, s_terms.Id), (decision.Outcome, decision.Grant!.Id));
        Assert.Equal(("请进，王师傅(水电工)", "Please come in, 王* (plumber)"), (decision.Reason.Zh, decision.Reason.En));
    }

    [Fact]
    public void Expired_grant_is_refused_with_its_end_time()
    {
        var decision = Decide(s_terms with { Until = s_noon });

        Assert.Equal(RefusalCause.GrantEnded, Assert.IsType<PassageDecision.Refused>(decision).Cause);
        Assert.StartsWith("王师傅(水电工)的授权 12:00 已结束；请联系物业", decision.Reason.Zh, StringComparison.Ordinal);
        Assert.StartsWith("The grant of 王* (plumber) ended at 12:00; to renew it, call the property office", decision.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Grant_that_ended_on_another_day_is_refused_with_the_day() =>
        Assert.Contains("05-31 12:00", Decide(s_terms with { Until = s_noon.AddDays(-1) }).Reason.Zh, StringComparison.Ordinal);

    [Fact]
    public void Every_refusal_says_what_else_to_do_in_both_languages()
    {
        Assert.True(WeeklyHours.TryParse("Sat 08:00-09:00", out var hours));
        (GrantTerms Terms, RefusalCause Cause)[] refusals =
        [
            (s_terms with { IsRevoked = true }, RefusalCause.GrantRevoked),
            (s_terms with { From = s_noon.AddMinutes(1) }, RefusalCause.GrantNotBegun),
            (s_terms with { Places = new GrantPlaces(["west"], []) }, RefusalCause.WrongGate),
            (s_terms with { Hours = hours, Holidays = HolidayRule.NotOnHolidays }, RefusalCause.WrongHour),
            (s_terms with { EntriesLeft = 0 }, RefusalCause.NoEntriesLeft),
        ];

        Assert.All(refusals, refusal =>
        {
            var refused = Assert.IsType<PassageDecision.Refused>(Decide(refusal.Terms));
            Assert.Equal((refusal.Cause, refusal.Terms.Id), (refused.Cause, refused.Grant!.Id));
            Assert.Contains("王师傅(水电工)", refused.Reason.Zh, StringComparison.Ordinal);
            Assert.Contains("物业", refused.Reason.Zh, StringComparison.Ordinal);
            Assert.Contains("property office", refused.Reason.En, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Lockdown_keeps_workers_out_but_residents_in_their_homes()
    {
        var scene = s_scene with { Mode = CompoundMode.Lockdown };
        var people = new FakePeople();
        var resident = people.Add("李*");

        Assert.Equal(RefusalCause.BlockedByMode, Assert.IsType<PassageDecision.Refused>(Decide(scene, s_terms)).Cause);
        Assert.True(PassageRules.Decide(Claim(resident.Id), people, scene).Opens);
    }

    [Fact]
    public void Worker_without_any_right_leaves_all_the_same()
    {
        var scene = s_scene with { Mode = CompoundMode.Lockdown, Way = GateWay.Out };

        var decision = Decide(scene, s_terms with { IsRevoked = true });

        Assert.True(Assert.IsType<PassageDecision.OpenedForTemporaryWorker>(decision).Leaves);
        Assert.True(Decide(scene).Opens);
    }

    [Theory]
    [InlineData(ClaimKind.Recognised)]
    [InlineData(ClaimKind.Unrecognised)]
    [InlineData(ClaimKind.Spoofed)]
    [InlineData(ClaimKind.Unclear)]
    internal void Released_gate_opens_for_everybody(ClaimKind kind)
    {
        var decision = PassageRules.Decide(Claim(Guid.NewGuid()) with { Kind = kind }, new FakePeople { IsComplete = false }, s_scene with { Mode = CompoundMode.Released });

        Assert.Equal((true, PassageOutcome.OpenedInEmergency), (decision.Opens, decision.Outcome));
    }

    [Fact]
    public void Tenants_access_ends_with_the_lease_and_the_way_out_stays_open()
    {
        var people = new FakePeople();
        var tenant = people.Add("张*", leaseEnd: s_noon);

        Assert.True(PassageRules.Decide(Claim(tenant.Id) with { At = s_noon.AddTicks(-1) }, people, s_scene).Opens);
        var refused = Assert.IsType<PassageDecision.Refused>(PassageRules.Decide(Claim(tenant.Id), people, s_scene));
        Assert.Equal(RefusalCause.LeaseEnded, refused.Cause);
        Assert.Contains("租期 12:00 已结束", refused.Reason.Zh, StringComparison.Ordinal);
        Assert.True(PassageRules.Decide(Claim(tenant.Id), people, s_scene with { Way = GateWay.Out }).Opens);
    }

    [Fact]
    public void Grant_without_a_limit_is_used_before_one_that_costs_an_entry()
    {
        var free = s_terms with { Id = Guid.NewGuid(), Until = s_noon.AddHours(9) };

        Assert.Equal(free.Id, Decide(s_terms with { EntriesLeft = 3 }, free).Grant!.Id);
    }

    private static PassageDecision Decide(params GrantTerms[] grants) => Decide(s_scene, grants);

    private static PassageDecision Decide(GateScene scene, params GrantTerms[] grants)
    {
        var people = new FakePeople();
        var worker = people.Add("王*", PersonKind.TemporaryWorker, grants);
        return PassageRules.Decide(Claim(worker.Id), people, scene);
    }

    private static IdentityClaim Claim(Guid subject) => new("face", ClaimKind.Recognised, subject, 0.7, 1, null, s_noon);
}
