using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Stays;

namespace Gateway.Edge.Tests.Access.Vehicles.Stays;

public sealed class StayKeeperTests : IAsyncLifetime
{
    private readonly VehiclesFixture _fixture = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _fixture.Settings["Vehicles:FreeMinutes"] = "60";
        _fixture.Settings["Vehicles:Capacity"] = "3";
        _fixture.Settings["Vehicles:VisitorCapacity"] = "1";
        await _fixture.StartAsync();
    }

    public ValueTask DisposeAsync()
    {
        _fixture.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_stay_begins_and_ends_with_its_barriers_and_outlives_restarts()
    {
        await _fixture.AddAsync(_fixture.Visitor("京A12345", paid: 30));
        await _fixture.PassAsync("京A12345");
        await _fixture.ReopenAsync();
        var inside = Assert.Single(await ListAsync(new StayFilter(Inside: true)));
        _fixture.Clock.Advance(TimeSpan.FromMinutes(90));
        await _fixture.PassAsync("京A12345", LaneDirection.Out);
        await _fixture.ReopenAsync();

        var stay = Assert.Single(await ListAsync(new StayFilter()));

        Assert.Equal((StayState.Inside, "north", 90), (inside.State, inside.EntryBarrier, inside.AllowedMinutes));
        Assert.Equal((StayState.Left, "north", TimeSpan.FromMinutes(90)), (stay.State, stay.ExitBarrier, stay.Length(_fixture.Now)));
        Assert.Equal(TimeSpan.Zero, stay.Overstay(_fixture.Now));
    }

    [Fact]
    public async Task A_vehicle_that_enters_twice_is_inside_once_and_one_that_was_not_seen_entering_leaves_all_the_same()
    {
        await _fixture.PassAsync("京A12345");
        _fixture.Clock.Advance(TimeSpan.FromMinutes(5));
        await _fixture.PassAsync("京A12345");
        await _fixture.PassAsync("京B12345", LaneDirection.Out);

        var stays = await ListAsync(new StayFilter());

        Assert.Equal(["EnteredUnseen", "Inside", "LeftUnseen"], stays.Select(stay => stay.State.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(1, (await _fixture.Stays.OccupancyAsync(Stop)).Inside);
        Assert.Null(stays.Single(stay => stay.State == StayState.EnteredUnseen).EnteredAt);
        Assert.Null(stays.Single(stay => stay.State == StayState.EnteredUnseen).Length(_fixture.Now));
    }

    [Fact]
    public async Task The_compound_fills_up_for_visitors_and_never_for_residents()
    {
        await _fixture.AddAsync(_fixture.Visitor("京A12345"));
        await _fixture.AddAsync(_fixture.Visitor("京A12346"));
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12347"));
        await _fixture.PassAsync("京A12345");

        Assert.Equal(VehicleOutcome.Full, _fixture.Decide("京A12346").Outcome);
        Assert.Equal(VehicleOutcome.OpenedResident, _fixture.Decide("京A12347").Outcome);
        Assert.Equal(VehicleOutcome.OpenedVisitor, _fixture.Decide("京A12345").Outcome);
        Assert.Equal(new Occupancy(1, 1, 0, 3, 1), await _fixture.Stays.OccupancyAsync(Stop));
        Assert.True((await _fixture.Stays.OccupancyAsync(Stop)).IsFull);
        await _fixture.PassAsync("京A12345", LaneDirection.Out);
        Assert.Equal(VehicleOutcome.OpenedVisitor, _fixture.Decide("京A12346").Outcome);
    }

    [Fact]
    public async Task An_overstay_is_found_once_while_inside_and_not_again_after_a_restart()
    {
        await _fixture.PassAsync("京A12345");
        _fixture.Clock.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal(0, await _fixture.Stays.FindOverstaysAsync(Stop));
        _fixture.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1, await _fixture.Stays.FindOverstaysAsync(Stop));
        Assert.Equal(0, await _fixture.Stays.FindOverstaysAsync(Stop));
        await _fixture.ReopenAsync();
        Assert.Equal(0, await _fixture.Stays.FindOverstaysAsync(Stop));

        var record = Assert.Single(await _fixture.RecordsAsync());
        Assert.Contains(VehicleAudit.Overstay, record, StringComparison.Ordinal);
        Assert.DoesNotContain("12345", record, StringComparison.Ordinal);
        Assert.Single(await ListAsync(new StayFilter(Overstaying: true)));
        Assert.Equal(1, (await _fixture.Stays.OccupancyAsync(Stop)).Overstaying);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_watch_finds_an_overstay_by_itself()
    {
        await _fixture.PassAsync("京A12345");
        _fixture.Clock.Advance(TimeSpan.FromMinutes(61));
        var watch = _fixture.Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<VehicleWatch>().Single();
        await watch.StartAsync(Stop);

        // Its record is the first that the journal gets.
        await _fixture.Journal.WaitAsync(0, Stop);
        await watch.StopAsync(Stop);

        Assert.Contains(VehicleAudit.Overstay, Assert.Single(await _fixture.RecordsAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overstay_waits_at_the_exit_is_settled_and_leaves()
    {
        await _fixture.PassAsync("京A12345");
        _fixture.Clock.Advance(TimeSpan.FromMinutes(61));
        var stay = Assert.Single(await ListAsync(new StayFilter(Inside: true)));

        Assert.Equal(VehicleOutcome.Overstayed, _fixture.Decide("京A12345", LaneDirection.Out).Outcome);
        var settled = await _fixture.Stays.SettleAsync(stay.Id, new StayCorrection("已付 5 元"), VehiclesFixture.By, Stop);
        await _fixture.ReopenAsync();

        Assert.Equal((VehiclesFixture.By, "已付 5 元"), (settled!.Stay!.CorrectedBy, settled.Stay.CorrectionReason));
        Assert.Equal(VehicleOutcome.OpenedLeaving, _fixture.Decide("京A12345", LaneDirection.Out).Outcome);
        Assert.Contains(VehicleAudit.StaySettled, (await _fixture.RecordsAsync())[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Minutes_that_are_paid_for_end_an_overstay_which_is_found_again_when_they_are_over()
    {
        await _fixture.PassAsync("京A12345");
        _fixture.Clock.Advance(TimeSpan.FromMinutes(61));
        await _fixture.Stays.FindOverstaysAsync(Stop);
        var stay = Assert.Single(await ListAsync(new StayFilter(Inside: true)));

        var extended = await _fixture.Stays.AddMinutesAsync(stay.Id, new StayCorrection("续费", Minutes: 60), VehiclesFixture.By, Stop);

        Assert.Equal((120, null), (extended!.Stay!.AllowedMinutes, extended.Stay.OverstayedAt));
        Assert.Equal(VehicleOutcome.OpenedLeaving, _fixture.Decide("京A12345", LaneDirection.Out).Outcome);
        _fixture.Clock.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal(1, await _fixture.Stays.FindOverstaysAsync(Stop));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_makes_no_negative_stay()
    {
        await _fixture.PassAsync("京A12345");
        _fixture.Clock.SetWall(TimeSpan.FromHours(-5));
        var inside = Assert.Single(await ListAsync(new StayFilter(Inside: true)));
        await _fixture.PassAsync("京A12345", LaneDirection.Out);

        var stay = Assert.Single(await ListAsync(new StayFilter()));

        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (inside.Length(_fixture.Now), stay.Length(_fixture.Now)));
        Assert.Equal(stay.EnteredAt, stay.LeftAt);
    }

    [Fact]
    public async Task What_was_not_seen_is_put_right_by_hand_with_a_reason_and_on_record()
    {
        var begun = await _fixture.Stays.BeginAsync("京A12345", new StayCorrection("道闸抬杆放行", _fixture.Now.AddMinutes(-10)), VehiclesFixture.By, Stop);
        var again = await _fixture.Stays.BeginAsync("京A12345", new StayCorrection("重复"), VehiclesFixture.By, Stop);
        var early = await _fixture.Stays.EndAsync(begun.Stay!.Id, new StayCorrection("核对", _fixture.Now.AddMinutes(-11)), VehiclesFixture.By, Stop);
        var future = await _fixture.Stays.EndAsync(begun.Stay.Id, new StayCorrection(" ", _fixture.Now.AddMinutes(1)), VehiclesFixture.By, Stop);
        var ended = await _fixture.Stays.EndAsync(begun.Stay.Id, new StayCorrection("车位已空"), VehiclesFixture.By, Stop);
        var over = await _fixture.Stays.EndAsync(begun.Stay.Id, new StayCorrection("再次"), VehiclesFixture.By, Stop);

        Assert.Equal(["plate", "at", "reason at", "id"], new[] { again, early!, future!, over! }.Select(change => string.Join(' ', change.Refusals.Select(refusal => refusal.Field))));
        Assert.Equal((StayState.Corrected, TimeSpan.FromMinutes(10)), (ended!.Stay!.State, ended.Stay.Length(_fixture.Now)));
        Assert.Null(await _fixture.Stays.EndAsync(Guid.NewGuid(), new StayCorrection("无"), VehiclesFixture.By, Stop));
        Assert.Equal(2, (await _fixture.RecordsAsync()).Count);
    }

    [Fact]
    public async Task Vehicles_without_a_readable_plate_are_counted_and_forgotten_after_a_day()
    {
        var unreadable = new VehicleDecision(VehicleOutcome.Unreadable, new("", ""), null, null, false);
        await _fixture.Access.PassedAsync(unreadable, LaneDirection.In, "north", _fixture.Now, Stop);
        await _fixture.Access.PassedAsync(unreadable, LaneDirection.In, "north", _fixture.Now, Stop);
        await _fixture.Access.PassedAsync(unreadable, LaneDirection.Out, "north", _fixture.Now, Stop);

        Assert.Equal(1, (await _fixture.Stays.OccupancyAsync(Stop)).Inside);
        _fixture.Clock.Advance(TimeSpan.FromHours(25));
        await _fixture.Get<VehicleErasure>().EraseAsync(Stop);
        Assert.Equal(0, (await _fixture.Stays.OccupancyAsync(Stop)).Inside);
        Assert.Contains(VehicleAudit.StayEnded, Assert.Single(await _fixture.RecordsAsync()), StringComparison.Ordinal);
        await _fixture.ReopenAsync();
        Assert.Equal(0, (await _fixture.Stays.OccupancyAsync(Stop)).Inside);
    }

    [Fact]
    public async Task A_stay_without_a_sign_for_two_weeks_ends_by_itself_and_on_record()
    {
        await _fixture.AddAsync(VehiclesFixture.Resident("京A11111"));
        await _fixture.AddAsync(_fixture.Visitor("京A22222", hours: 24));
        await _fixture.AddAsync(_fixture.Visitor("京A33333", hours: 24, paid: 3 * 24 * 60));
        await _fixture.Desk.DenyAsync(new("京A44444", "多次占用消防通道", _fixture.Now.AddDays(90)), VehiclesFixture.By, Stop);
        foreach (var plate in new[] { "京A11111", "京A22222", "京A33333", "京A44444", "京A55555", "京A66666" })
        {
            await _fixture.PassAsync(plate);
        }

        var before = (await _fixture.RecordsAsync()).Count;
        _fixture.Clock.Advance(TimeSpan.FromDays(3));
        var settled = Assert.Single(await ListAsync(new StayFilter("66666")));
        await _fixture.Stays.SettleAsync(settled.Id, new StayCorrection("已付"), VehiclesFixture.By, Stop);

        // The entry is 14 days ago, the end of the free minutes an hour less.
        await EraseAfterAsync(TimeSpan.FromDays(11));
        Assert.Equal(6, (await _fixture.Stays.OccupancyAsync(Stop)).Inside);
        await EraseAfterAsync(TimeSpan.FromHours(2));
        Assert.Equal(["京A11111", "京A22222", "京A33333", "京A66666"], await InsideAsync());
        await EraseAfterAsync(TimeSpan.FromDays(1));
        Assert.Equal(["京A11111", "京A33333", "京A66666"], await InsideAsync());
        await EraseAfterAsync(TimeSpan.FromDays(3));
        Assert.Equal(["京A11111"], await InsideAsync());
        await _fixture.ReopenAsync();
        Assert.Equal(["京A11111"], await InsideAsync());

        var ended = await ListAsync(new StayFilter(Inside: false));
        Assert.All(ended, stay => Assert.Equal((StayState.LeftUnseen, null), (stay.State, stay.ExitBarrier)));
        var records = (await _fixture.RecordsAsync()).Skip(before + 1).ToList();
        Assert.Equal(5, records.Count(record => record.Contains(VehicleAudit.StayEnded, StringComparison.Ordinal) && record.Contains("\"by\":\"gateway\"", StringComparison.Ordinal)));
        Assert.Equal(1, (await _fixture.Stays.OccupancyAsync(Stop)).Inside);

        async Task EraseAfterAsync(TimeSpan time)
        {
            _fixture.Clock.Advance(time);
            await _fixture.Get<VehicleErasure>().EraseAsync(Stop);
        }

        async Task<IEnumerable<string>> InsideAsync() => Plates(await ListAsync(new StayFilter(Inside: true))).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_fuzzily_read_vehicle_stays_and_leaves_under_its_own_plate()
    {
        await _fixture.AddAsync(_fixture.Visitor("京A1D345", entries: 3));
        await _fixture.PassAsync("京A10345");
        await _fixture.PassAsync("京A1Q345", LaneDirection.Out);

        var stay = Assert.Single(await ListAsync(new StayFilter()));

        Assert.Equal(("京A1D345", StayState.Left), (stay.Plate!.Text, stay.State));
    }

    [Fact]
    public async Task Stays_are_found_by_part_of_a_plate_by_time_and_page_by_page()
    {
        foreach (var plate in new[] { "京A12345", "京A12346", "沪C77777" })
        {
            await _fixture.PassAsync(plate);
            _fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await _fixture.PassAsync("京A12345", LaneDirection.Out);

        Assert.Equal(["京A12346", "京A12345"], Plates(await ListAsync(new StayFilter("1234"))));
        Assert.Equal(["沪C77777", "京A12346"], Plates(await ListAsync(new StayFilter(Inside: true))));
        Assert.Equal(["京A12345"], Plates(await ListAsync(new StayFilter(Inside: false))));
        Assert.Equal(["京A12346"], Plates(await ListAsync(new StayFilter(Skip: 1, Limit: 1))));
        Assert.Equal(["沪C77777", "京A12345"], Plates(await ListAsync(new StayFilter(Since: _fixture.Now.AddMinutes(-1)))));
        Assert.Empty(await ListAsync(new StayFilter("%")));
    }

    [Fact]
    public async Task Old_stays_are_erased()
    {
        await _fixture.PassAsync("京A12345");
        await _fixture.PassAsync("京A12345", LaneDirection.Out);
        _fixture.Clock.Advance(TimeSpan.FromDays(31));
        await _fixture.Get<VehicleErasure>().EraseAsync(Stop);

        Assert.Empty(await ListAsync(new StayFilter()));
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_changes_nothing_about_what_has_passed()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        var passed = _fixture.Access.PassedAsync(_fixture.Decide("京A12345"), LaneDirection.In, "north", _fixture.Now, gone.Token).AsTask();

        await Record.ExceptionAsync(() => passed);
        // The next change waits for the one before.
        await _fixture.PassAsync("京B12345");

        Assert.Equal(2, (await _fixture.Stays.OccupancyAsync(Stop)).Inside);
    }

    [Fact]
    public async Task Many_vehicles_at_many_barriers_lose_no_stay_and_no_entry()
    {
        var vehicle = await _fixture.AddAsync(_fixture.Visitor("京A12345", entries: 100));
        var plates = Enumerable.Range(10000, 40).Select(number => $"京B{number}").ToList();

        await Task.WhenAll(plates.Append("京A12345").Select(plate => Task.Run(async () =>
        {
            for (var round = 0; round < 3; round++)
            {
                await _fixture.PassAsync(plate);
                await _fixture.PassAsync(plate, LaneDirection.Out);
            }

            await _fixture.PassAsync(plate);
        }, Stop)));

        Assert.Equal(41, (await _fixture.Stays.OccupancyAsync(Stop)).Inside);
        Assert.Equal(4, (await _fixture.Desk.ShowAsync(vehicle.Id, Stop))!.Grant!.EntriesUsed);
        await _fixture.ReopenAsync();
        Assert.Equal(41, (await _fixture.Stays.OccupancyAsync(Stop)).Inside);
        Assert.Equal(4, (await _fixture.Desk.ShowAsync(vehicle.Id, Stop))!.Grant!.EntriesUsed);
    }

    private Task<IReadOnlyList<Stay>> ListAsync(StayFilter filter) => _fixture.Stays.ListAsync(filter, Stop);

    private static IEnumerable<string> Plates(IEnumerable<Stay> stays) => stays.Select(stay => stay.Plate!.Text);
}
