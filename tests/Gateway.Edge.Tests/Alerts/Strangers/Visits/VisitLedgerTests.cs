namespace Gateway.Edge.Tests.Alerts.Strangers.Visits;

public sealed class VisitLedgerTests : IDisposable
{
    private readonly VisitsFixture _fixture = new();

    [Fact]
    public void Sightings_at_several_gates_are_one_visit_with_first_and_last_time_of_each()
    {
        var began = _fixture.Now;
        _fixture.See(1, "east");
        Pass(40);
        _fixture.See(1, "west");
        Pass(50);
        _fixture.See(1, "east");

        var visit = _fixture.Newest;
        Assert.Equal(3, visit.Sightings);
        Assert.Equal(["east", "west"], visit.Stays.Select(stay => stay.Gate));
        Assert.Equal((began, began.AddSeconds(90)), (visit.At("east")!.First, visit.At("east")!.Last));
        Assert.Equal(began.AddSeconds(40), visit.At("west")!.First);
        Assert.Equal((began, began.AddSeconds(90)), (visit.First, visit.Last));
        Assert.True(visit.Open);
    }

    [Fact]
    public void Who_stays_at_one_gate_for_long_is_found_once()
    {
        Assert.Null(_fixture.See(1));
        for (var seconds = 45; seconds < 180; seconds += 45)
        {
            Pass(45);
            Assert.Null(_fixture.See(1));
        }

        Pass(45);
        var finding = _fixture.See(1);
        Assert.Equal(("east", TimeSpan.FromMinutes(3)), (finding!.Gate, finding.Stayed));
        _fixture.Ledger.Told(finding);
        Pass(45);

        Assert.Null(_fixture.See(1));
        Assert.Equal(TimeSpan.FromSeconds(225), _fixture.Newest.At("east")!.Longest);
    }

    [Fact]
    public void Finding_that_could_not_be_told_is_found_again()
    {
        Linger(1);
        Pass(30);

        Assert.NotNull(_fixture.See(1));
    }

    [Fact]
    public void Who_comes_by_again_and_again_does_not_linger()
    {
        for (var i = 0; i < 10; i++)
        {
            Assert.Null(_fixture.See(1));
            Pass(61);
        }

        Assert.Equal(TimeSpan.Zero, _fixture.Newest.At("east")!.Longest);
    }

    [Fact]
    public void Time_at_two_gates_is_not_added_up()
    {
        for (var i = 0; i < 6; i++)
        {
            Assert.Null(_fixture.See(1, i < 3 ? "east" : "west"));
            Pass(55);
        }
    }

    [Fact]
    public void Lingering_is_not_looked_for_where_it_is_turned_off()
    {
        _fixture.Options.LoiterAfter = TimeSpan.Zero;

        Assert.Null(Linger(1));
    }

    [Fact]
    public void Stay_goes_on_over_a_restart_and_what_was_told_is_not_told_again()
    {
        _fixture.See(1);
        Pass(55);
        _fixture.See(1);
        _fixture.Restart();
        Pass(55);
        _fixture.See(1);
        Pass(55);
        _fixture.See(1);
        Pass(55);
        var finding = _fixture.See(1);
        _fixture.Ledger.Told(finding!);
        _fixture.Restart();
        Pass(20);

        Assert.Null(_fixture.See(1));
        Assert.Equal(TimeSpan.FromSeconds(240), _fixture.Newest.At("east")!.Longest);
        Assert.Equal(1, _fixture.Ledger.Count);
    }

    [Fact]
    public void Sighting_that_comes_late_changes_no_stay()
    {
        var began = _fixture.Now;
        _fixture.See(1);
        Pass(30);
        _fixture.See(1);
        _fixture.See(new Gateway.Edge.Alerts.Strangers.Sighting("east", VisitsFixture.Name("east"), Faces.Unit(1), ReadOnlyMemory<byte>.Empty, 0.5f, began.AddSeconds(-5)));

        var stay = _fixture.Newest.At("east")!;
        Assert.Equal((began.AddSeconds(-5), began.AddSeconds(30), TimeSpan.FromSeconds(30)), (stay.First, stay.Last, stay.Longest));
    }

    [Fact]
    public void Book_that_is_full_ends_the_visit_that_it_forgets()
    {
        _fixture.Options.Capacity = 10;
        for (var face = 0; face < 12; face++)
        {
            _fixture.See(100 + face);
            Pass(1);
        }

        Assert.Equal(10, _fixture.Ledger.Count);
        Assert.Equal(10, _fixture.Store.OpenVisits().Count);
        Assert.Equal(12, _fixture.Store.List(new()).Count);
    }

    [Fact]
    public void Visits_are_found_by_gate_and_time_and_go_after_thirty_days()
    {
        var old = _fixture.Visit(1, "east", "west");
        var young = _fixture.Visit(2, "north");

        Assert.Equal(old.Id, Assert.Single(_fixture.Store.List(new(Gate: "west"))).Id);
        Assert.Equal(young.Id, Assert.Single(_fixture.Store.List(new(Since: young.First))).Id);
        Assert.Equal(old.Id, Assert.Single(_fixture.Store.List(new(Until: young.First))).Id);
        Assert.Equal([young.Id, old.Id], _fixture.Store.List(new()).Select(visit => visit.Id));
        Assert.Equal(old.Id, Assert.Single(_fixture.Store.List(new(Skip: 1, Limit: 1))).Id);
        Assert.Empty(_fixture.Store.List(new(Gate: "x' OR '1'='1")));

        _fixture.Clock.Advance(TimeSpan.FromDays(30));
        _fixture.Tick();
        Assert.Empty(_fixture.Store.List(new()));
        Assert.False(_fixture.FilesHold(old.Id.ToString()));
    }

    public void Dispose() => _fixture.Dispose();

    private Gateway.Edge.Alerts.Strangers.Visits.LingeringFinding? Linger(int face)
    {
        _fixture.See(face);
        for (var i = 0; i < 3; i++)
        {
            Pass(50);
            _fixture.See(face);
        }

        Pass(50);
        return _fixture.See(face);
    }

    private void Pass(int seconds) => _fixture.Clock.Advance(TimeSpan.FromSeconds(seconds));
}
