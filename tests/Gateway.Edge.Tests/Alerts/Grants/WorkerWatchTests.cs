using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Alerts.Grants;
using Gateway.Edge.Tests.Access.Grants;

namespace Gateway.Edge.Tests.Alerts.Grants;

public sealed class WorkerWatchTests : IDisposable
{
    private static readonly LocalizedText s_east = new("东门", "East gate");

    private readonly GrantsFixture _fixture = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Entries_are_counted_once_for_one_stay_at_the_gate_and_the_last_one_is_the_last()
    {
        await _fixture.StartAsync();
        var view = await _fixture.AddAsync(_fixture.Plumber() with { Entries = 2 });

        Pass(view.Worker.Id);
        _fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        Pass(view.Worker.Id);
        Assert.Equal(1, _fixture.Book.Now.Find(view.Grant.Id)!.EntriesUsed);
        _fixture.Clock.Advance(TimeSpan.FromMinutes(5));
        Pass(view.Worker.Id);
        _fixture.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(RefusalCause.NoEntriesLeft, Assert.IsType<PassageDecision.Refused>(Pass(view.Worker.Id)).Cause);
        var finding = Assert.Single(await FindingsAsync());
        Assert.Equal((GrantData.TooManyEntries, EventPriority.Normal, "east"), (finding.Data.Phase, finding.Priority, finding.Data.Device));
    }

    [Fact]
    public async Task Wrong_gate_wrong_hour_and_a_revoked_grant_are_found_once_each()
    {
        await _fixture.StartAsync();
        var elsewhere = await _fixture.AddAsync(_fixture.Plumber() with { Gates = ["west"] });
        var later = await _fixture.AddAsync(_fixture.Plumber() with { Hours = "Sun 01:00-02:00" });
        var revoked = await _fixture.AddAsync(_fixture.Plumber());
        await _fixture.Desk.RevokeAsync(revoked.Grant.Id, GrantsFixture.By, Stop);

        foreach (var worker in new[] { elsewhere, later, revoked, elsewhere, later, revoked })
        {
            Pass(worker.Worker.Id);
            _fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(
            [(GrantData.WrongGate, EventPriority.Normal), (GrantData.WrongHour, EventPriority.Normal), (GrantData.AfterEnd, EventPriority.High)],
            (await FindingsAsync()).Select(finding => (finding.Data.Phase, finding.Priority)));
    }

    [Fact]
    public async Task Unknown_face_right_after_a_worker_is_a_second_person_on_one_pass()
    {
        await _fixture.StartAsync();
        var view = await _fixture.AddAsync(_fixture.Plumber());
        var watch = _fixture.Get<WorkerWatch>();

        Pass(view.Worker.Id);
        _fixture.Clock.Advance(TimeSpan.FromSeconds(3));
        watch.Answered("east", s_east, new PassageDecision.UnknownPerson(), _fixture.Now);
        watch.Answered("west", s_east, new PassageDecision.UnknownPerson(), _fixture.Now);
        _fixture.Clock.Advance(TimeSpan.FromSeconds(30));
        watch.Answered("east", s_east, new PassageDecision.UnknownPerson(), _fixture.Now);

        var finding = Assert.Single(await FindingsAsync());
        Assert.Equal((GrantData.TwoOnOnePass, EventPriority.High, view.Grant.Id.ToString()), (finding.Data.Phase, finding.Priority, finding.Data.Grant));
    }

    [Fact]
    public async Task Worker_who_was_not_seen_leaving_overstays_until_seen()
    {
        _fixture.Settings["Grants:ExitGates:0"] = "out";
        await _fixture.StartAsync();
        var view = await _fixture.AddAsync(_fixture.Plumber() with { Worker = null });
        Pass(view.Worker.Id);
        Assert.Equal(_fixture.Now, _fixture.Book.Now.Find(view.Grant.Id)!.InsideSince);
        var watch = _fixture.Get<OverstayWatch>();

        _fixture.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, watch.Look());
        _fixture.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(1, watch.Look());
        Assert.Equal(0, watch.Look());

        var finding = Assert.Single(await FindingsAsync());
        Assert.Equal((GrantData.Overstay, EventPriority.High), (finding.Data.Phase, finding.Priority));
        Assert.Single(await _fixture.Desk.ListAsync(new GrantFilter(Overstaying: true), Stop));
        Assert.True(Pass(view.Worker.Id, "out").Opens);
        Assert.Null(_fixture.Book.Now.Find(view.Grant.Id)!.InsideSince);
    }

    [Fact]
    public async Task Worker_whom_another_grant_lets_be_here_does_not_overstay_until_that_one_is_over()
    {
        _fixture.Settings["Grants:ExitGates:0"] = "out";
        await _fixture.StartAsync();
        var view = await _fixture.AddAsync(_fixture.Plumber(hours: 1));
        Pass(view.Worker.Id);
        await _fixture.AddAsync(_fixture.Plumber(hours: 4) with { Worker = view.Worker.Id, Name = null });
        var watch = _fixture.Get<OverstayWatch>();

        _fixture.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, watch.Look());
        _fixture.Clock.Advance(TimeSpan.FromHours(2.5));
        Assert.Equal(1, watch.Look());
    }

    [Fact]
    public async Task Without_exit_gates_nobody_is_said_to_overstay()
    {
        await _fixture.StartAsync();
        var view = await _fixture.AddAsync(_fixture.Plumber());
        Pass(view.Worker.Id);
        _fixture.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, _fixture.Get<OverstayWatch>().Look());
    }

    private PassageDecision Pass(Guid worker, string gate = "east")
    {
        var decision = _fixture.Decide(worker, gate);
        _fixture.Get<WorkerWatch>().Answered(gate, s_east, decision, _fixture.Now);
        return decision;
    }

    private async Task<List<(GrantData Data, EventPriority Priority)>> FindingsAsync()
    {
        var findings = _fixture.Get<GrantFindings>();
        await findings.StartAsync(Stop);
        await findings.StopAsync(Stop);
        string[] phases = [GrantData.WrongGate, GrantData.WrongHour, GrantData.AfterEnd, GrantData.TooManyEntries, GrantData.Overstay, GrantData.TwoOnOnePass];
        return
        [
            .. (await _fixture.RecordsAsync())
                .Where(record => record.Kind == EventKind.Grant)
                .Select(record => (JsonSerializer.Deserialize<GrantData>(record.Data.Span, JsonSerializerOptions.Web)!, record.Priority))
                .Where(record => phases.Contains(record.Item1.Phase)),
        ];
    }
}
