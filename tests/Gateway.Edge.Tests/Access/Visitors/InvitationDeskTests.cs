using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Visitors;

namespace Gateway.Edge.Tests.Access.Visitors;

public sealed class InvitationDeskTests : IAsyncLifetime
{
    private readonly VisitorBench _bench = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _bench.StartAsync();

    public ValueTask DisposeAsync()
    {
        _bench.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Visitor_is_let_in_within_the_time_and_at_the_gates_of_the_invitation_and_told_why_not_otherwise()
    {
        var (view, _) = await _bench.InviteAsync(_bench.Draft() with { From = _bench.Now.AddHours(1), Gates = ["east"] });

        Assert.Equal("李*(访客)的邀请 17:00 才开始；请届时再来，或联系邀请您的住户提前", _bench.Decide(view.Id).Reason.Zh);
        _bench.Grants.Clock.Advance(TimeSpan.FromHours(1));
        var open = Assert.IsType<PassageDecision.OpenedForTemporaryWorker>(_bench.Decide(view.Id));
        Assert.Equal(("请进，李*(访客)", "visitor"), (open.Reason.Zh, open.Terms!.Tag.En));
        Assert.Equal(RefusalCause.WrongGate, Assert.IsType<PassageDecision.Refused>(_bench.Decide(view.Id, "west")).Cause);
        _bench.Grants.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("李*(访客)的邀请 18:00 已结束；请联系邀请您的住户重新邀请", _bench.Decide(view.Id).Reason.Zh);
        Assert.Equal(GrantState.Ended, Assert.Single(_bench.Views.List()).State);
    }

    [Fact]
    public async Task Key_of_the_link_lies_nowhere_and_the_name_nowhere_in_the_clear()
    {
        var (_, key) = await _bench.InviteAsync(_bench.Draft(name: "VisitorWithAName"));
        Assert.Equal(32, key.Length);

        var everything = await _bench.EverythingAsync();
        Assert.DoesNotContain(key, everything, StringComparison.Ordinal);
        Assert.DoesNotContain("VisitorWithAName", everything, StringComparison.Ordinal);
        Assert.Contains(VisitKey.HashOf(key), everything, StringComparison.Ordinal);
        Assert.Contains(GrantAudit.LinkMade, everything, StringComparison.Ordinal);
        Assert.Contains(GrantAudit.Created, everything, StringComparison.Ordinal);
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => VisitKey.Make()).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Cancelled_invitation_opens_nothing_and_its_link_leads_nowhere()
    {
        var (view, key) = await _bench.InviteAsync();
        await _bench.GiveFaceAsync(key, 7);

        var change = await _bench.Desk.CancelAsync(view.Id, _bench.Host.Id, VisitorBench.By, Stop);

        Assert.Equal(GrantState.Revoked, change!.Invitation!.State);
        Assert.Equal("李*(访客)的邀请已被撤销；请联系邀请您的住户", _bench.Decide(view.Id).Reason.Zh);
        Assert.Null(_bench.Visits.Open(key));
        Assert.Null(_bench.Grants.Recognise(7));
        Assert.NotEmpty((await _bench.Desk.CancelAsync(view.Id, _bench.Host.Id, VisitorBench.By, Stop))!.Refusals);
        Assert.NotEmpty((await _bench.Desk.LinkAsync(view.Id, _bench.Host.Id, VisitorBench.By, Stop))!.Refusals);
    }

    [Fact]
    public async Task Nobody_else_cancels_an_invitation_or_gets_its_link_and_staff_do()
    {
        var other = await _bench.EnrolAsync(2);
        var (view, key) = await _bench.InviteAsync();

        Assert.Null(await _bench.Desk.CancelAsync(view.Id, other.Id, VisitorBench.By, Stop));
        Assert.Null(await _bench.Desk.LinkAsync(view.Id, other.Id, VisitorBench.By, Stop));
        Assert.Null(await _bench.Desk.CancelAsync(Guid.NewGuid(), host: null, VisitorBench.By, Stop));
        Assert.Empty(_bench.Views.List(other.Id));
        Assert.NotNull(_bench.Visits.Open(key));
        Assert.NotNull((await _bench.Desk.CancelAsync(view.Id, host: null, VisitorBench.By, Stop))!.Invitation);
    }

    [Fact]
    public async Task New_link_takes_the_place_of_the_one_before()
    {
        var (view, key) = await _bench.InviteAsync();
        var again = (await _bench.Desk.LinkAsync(view.Id, _bench.Host.Id, VisitorBench.By, Stop))!.Key!;

        Assert.Null(_bench.Visits.Open(key));
        Assert.Equal(view.Id, _bench.Visits.Open(again)!.Grant);
        await _bench.ReopenAsync();
        Assert.Null(_bench.Visits.Open(key));
        Assert.Equal(view.Id, _bench.Visits.Open(again)!.Grant);
    }

    [Fact]
    public async Task Invitations_outlive_a_residents_consent_to_the_face_and_end_when_the_resident_is_gone()
    {
        var (view, key) = await _bench.InviteAsync();
        await _bench.LookAsync();
        Assert.True(_bench.Decide(view.Id).Opens);

        await _bench.Grants.Get<IResidentDesk>().WithdrawAsync(_bench.Host.Id, "property", Stop);
        await _bench.LookAsync();
        Assert.True(_bench.Decide(view.Id).Opens);

        Assert.True(await _bench.Grants.Get<ResidentRegistry>().EraseAsync(_bench.Host.Id, Stop));
        Assert.Null(_bench.Visits.Open(key));
        await _bench.LookAsync();
        Assert.Equal(RefusalCause.GrantRevoked, Assert.IsType<PassageDecision.Refused>(_bench.Decide(view.Id)).Cause);
        Assert.Equal(["host:unknown"], await _bench.RefusedAsync(_bench.Draft()));
    }

    [Fact]
    public async Task Invitations_of_a_tenant_end_with_the_lease_and_workers_never_invite()
    {
        await _bench.Grants.Compound.SetLeaseAsync(_bench.Host.Id, _bench.Now.AddHours(1), VisitorBench.By, Stop);
        var (view, key) = await _bench.InviteAsync();
        _bench.Grants.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Null(_bench.Visits.Open(key));
        await _bench.LookAsync();
        Assert.False(_bench.Decide(view.Id).Opens);
        var plumber = await _bench.Grants.AddAsync(_bench.Grants.Plumber());
        Assert.Equal(["host:unknown"], await _bench.RefusedAsync(_bench.Draft() with { Host = plumber.Worker.Id }));
        Assert.Equal(["host:unknown"], await _bench.RefusedAsync(_bench.Draft() with { Host = _bench.Worker(view.Id) }));
    }

    [Fact]
    public async Task Length_begin_visits_gates_and_names_have_their_limits()
    {
        _bench.Grants.Devices.Gates = ["east"];
        Assert.Equal(["until:too-long"], await _bench.RefusedAsync(_bench.Draft(24.1)));
        Assert.Equal(["from:too-early"], await _bench.RefusedAsync(_bench.Draft(24 * 8) with { From = _bench.Now.AddHours((24 * 8) - 1) }));
        Assert.Equal(["until:over"], await _bench.RefusedAsync(_bench.Draft(-1) with { From = _bench.Now.AddHours(-2) }));
        Assert.Equal(["until:order"], await _bench.RefusedAsync(_bench.Draft() with { From = _bench.Now.AddHours(3) }));
        Assert.Equal(["visits:range"], await _bench.RefusedAsync(_bench.Draft() with { Visits = 0 }));
        Assert.Equal(["visits:range"], await _bench.RefusedAsync(_bench.Draft() with { Visits = 11 }));
        Assert.Equal(["gates:unknown"], await _bench.RefusedAsync(_bench.Draft() with { Gates = ["moon"] }));
        foreach (var name in (string[])["", "  ", "line\nbreak", new string('x', 41), new string('x', 10_000_000)])
        {
            Assert.Equal(["name:invalid"], await _bench.RefusedAsync(_bench.Draft(name: name)));
        }

        Assert.Empty(_bench.Views.List());
        var (odd, _) = await _bench.InviteAsync(_bench.Draft(24, "<b>x"));
        Assert.Equal("<b>x", odd.Name);
    }

    [Fact]
    public async Task Open_invitations_and_those_of_a_day_are_counted_for_each_resident()
    {
        var other = await _bench.EnrolAsync(2);
        var first = await _bench.InviteAsync();
        foreach (var _ in Enumerable.Range(0, 4))
        {
            await _bench.InviteAsync();
        }

        Assert.Equal(["grant:too-many"], await _bench.RefusedAsync(_bench.Draft()));
        await _bench.InviteAsync(_bench.Draft() with { Host = other.Id });
        await _bench.Desk.CancelAsync(first.View.Id, _bench.Host.Id, VisitorBench.By, Stop);
        await _bench.InviteAsync();

        foreach (var _ in Enumerable.Range(0, 14))
        {
            await _bench.Desk.CancelAsync(_bench.Views.List(_bench.Host.Id)[0].Id, _bench.Host.Id, VisitorBench.By, Stop);
            await _bench.InviteAsync();
        }

        await _bench.Desk.CancelAsync(_bench.Views.List(_bench.Host.Id)[0].Id, _bench.Host.Id, VisitorBench.By, Stop);
        Assert.Equal(["grant:too-often"], await _bench.RefusedAsync(_bench.Draft()));
        _bench.Grants.Clock.Advance(TimeSpan.FromDays(1));
        await _bench.InviteAsync();
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task Who_comes_once_can_leave_again_whether_or_not_gates_tell_the_way(bool exits, int openings)
    {
        if (exits)
        {
            _bench.Grants.Close();
            _bench.Grants.Settings["Grants:ExitGates:0"] = "out";
            await _bench.ReopenAsync();
        }

        var (view, _) = await _bench.InviteAsync();
        Assert.Equal(openings, _bench.Grants.Book.Now.Find(view.Id)!.Entries);
        Assert.Equal(1, view.Visits);
    }

    [Fact]
    public async Task Over_for_a_week_it_is_erased_with_name_code_and_link_when_each_device_has_confirmed()
    {
        var (view, key) = await _bench.InviteAsync();
        _bench.Grants.Clock.Advance(TimeSpan.FromHours(2));
        await _bench.Grants.Ends.EndDueAsync(Stop);
        _bench.Grants.Clock.Advance(TimeSpan.FromDays(6.9));
        await EraseAsync();
        Assert.NotNull(_bench.Grants.Book.Now.Find(view.Id));

        _bench.Grants.Clock.Advance(TimeSpan.FromDays(0.2));
        await EraseAsync();

        Assert.Null(_bench.Grants.Book.Now.Find(view.Id));
        Assert.Null(_bench.Visits.Open(key));
        Assert.Empty(_bench.Grants.Get<InvitationBook>().All);
        Assert.DoesNotContain(VisitKey.HashOf(key), await _bench.EverythingAsync(), StringComparison.Ordinal);
        Assert.Contains(await _bench.Grants.RecordsAsync(), record => record.Kind == EventKind.Audit);

        async Task EraseAsync()
        {
            await _bench.Grants.Get<GrantErasure>().EraseAsync(Stop);
            await _bench.LookAsync();
        }
    }
}
