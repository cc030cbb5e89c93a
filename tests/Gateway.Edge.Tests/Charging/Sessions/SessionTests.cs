using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;
using Gateway.Edge.Charging.Rules;
using Gateway.Edge.Charging.Sessions;

namespace Gateway.Edge.Tests.Charging.Sessions;

/// <summary>Sessions from their start to their end, on the disk and in the journal.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private readonly SessionBench _bench = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _bench.OpenAsync();

    public ValueTask DisposeAsync()
    {
        _bench.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact(Timeout = 60_000)]
    public async Task Session_is_on_the_disk_and_in_the_journal_before_its_outlet_is_switched_on()
    {
        var before = new List<string>();
        _bench.Point.BeforeOn = async outlet =>
        {
            var open = await _bench.Get<SessionStore>().ReadAsync(SessionRows.Open, Stop);
            before.Add($"{outlet} {open.Single().Outlet} {(await _bench.RecordsAsync()).Single().Data.Code}");
        };

        await _bench.StartAsync("2");

        Assert.Equal(["2 2 session-begun"], before);
    }

    [Fact(Timeout = 60_000)]
    public async Task Full_battery_is_cut_off_and_its_session_ends_with_reason_and_energy()
    {
        var link = await _bench.StartAsync();
        await _bench.ChargeAsync(TimeSpan.FromHours(2), 180);
        Assert.Equal(ChargePhase.Charging, (await _bench.Desk.FollowAsync(link, Stop))!.Phase);
        await _bench.ChargeAsync(TimeSpan.FromMinutes(20), 90);
        Assert.Equal(ChargePhase.Tapering, (await _bench.Desk.FollowAsync(link, Stop))!.Phase);
        await _bench.ChargeAsync(TimeSpan.FromMinutes(30), 20);

        var session = await _bench.SessionAsync(link);
        Assert.Equal((EndReason.Full, true, 180.0), (session.Reason!.Value, session.IsProven, session.Plateau));
        Assert.InRange(session.WattHours, 390, 400);
        Assert.InRange(session.Tail!.Value, 0.10, 0.13);
        Assert.Equal(["on 1", "off 1"], _bench.Point.Told);
        var (priority, record) = (await _bench.RecordsAsync())[^1];
        Assert.Equal((EventPriority.Info, "session-ended", "1", "充电结束：已充满，0.40 度"), (priority, record.Code, record.Outlet, record.Reason.Zh));
        Assert.Empty(_bench.Live.All);
    }

    [Fact(Timeout = 60_000)]
    public async Task Nobody_is_told_of_an_end_before_the_meter_has_shown_it_and_the_disk_has_it()
    {
        var link = await _bench.StartAsync();
        await _bench.ChargeAsync(TimeSpan.FromMinutes(1), 180);
        _bench.Point.Obeys = false;
        _bench.Desk.Stop((await _bench.SessionAsync(link)).Id);
        await _bench.RoundAsync();
        await _bench.RoundAsync();
        Assert.Equal((EndReason.StoppedByYou, null), ((await _bench.Desk.FollowAsync(link, Stop))!.Ending!.Value, (await _bench.SessionAsync(link)).Ended));

        await _bench.DiskIsFullAsync(true);
        _bench.Point.Set(FakePoint.Status("1", OutletState.Off, CutOffCause.Ordered));
        await _bench.RoundAsync();
        Assert.Null((await _bench.SessionAsync(link)).Ended);

        await _bench.DiskIsFullAsync(false);
        await _bench.RoundAsync();
        Assert.Equal((EndReason.StoppedByYou, true), ((await _bench.SessionAsync(link)).Reason!.Value, (await _bench.SessionAsync(link)).IsProven));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(nameof(CutOffCause.Smoke), nameof(EndReason.Smoke))]
    [InlineData(nameof(CutOffCause.Heat), nameof(EndReason.Heat))]
    [InlineData(nameof(CutOffCause.Overload), nameof(EndReason.Overload))]
    [InlineData(nameof(CutOffCause.Ordered), nameof(EndReason.StoppedByProperty))]
    [InlineData(nameof(CutOffCause.Fault), nameof(EndReason.Fault))]
    [InlineData(nameof(CutOffCause.None), nameof(EndReason.Fault))]
    public async Task What_the_shed_cut_off_by_itself_ends_with_what_it_was_cut_off_for(string cause, string expected)
    {
        var link = await _bench.StartAsync();
        await _bench.ChargeAsync(TimeSpan.FromMinutes(1), 180);
        _bench.Point.Set(FakePoint.Status("1", OutletState.CuttingOff, Enum.Parse<CutOffCause>(cause), watts: 180, reason: "Why"));
        await _bench.RoundAsync();
        Assert.Null((await _bench.SessionAsync(link)).Ended);
        _bench.Point.Set(FakePoint.Status("1", OutletState.Off, Enum.Parse<CutOffCause>(cause), reason: "Why"));
        await _bench.RoundAsync();

        var session = await _bench.SessionAsync(link);
        Assert.Equal((expected, cause == nameof(CutOffCause.Smoke) ? null : "Why", true), (session.Reason.ToString()!, session.Detail?.En, session.IsProven));
    }

    [Fact(Timeout = 60_000)]
    public async Task Heat_cuts_the_outlet_then_its_neighbours_and_the_end_is_an_alarm()
    {
        var links = new[] { await _bench.StartAsync("1"), await _bench.StartAsync("2") };
        await _bench.ChargeAsync(TimeSpan.FromMinutes(2), 180);
        _bench.Point.Set(FakePoint.Status("3", OutletState.Charging, watts: 100)); // switched on by hand
        _bench.Point.Told.Clear();
        await _bench.ChargeAsync(TimeSpan.FromMinutes(1), 180, celsius: 60);
        await _bench.RoundAsync();

        Assert.Equal(["off 1", "off 2", "off 3"], _bench.Point.Told.Distinct(StringComparer.Ordinal));
        Assert.Equal((EndReason.Heat, EndReason.NeighbourHeat), ((await _bench.SessionAsync(links[0])).Reason!.Value, (await _bench.SessionAsync(links[1])).Reason!.Value));
        var ends = (await _bench.RecordsAsync()).Where(record => record.Data.Code == "session-ended").ToList();
        Assert.Equal((EventPriority.High, "1"), (ends[0].Priority, ends[0].Data.Outlet!));
        Assert.Equal([(EventPriority.Normal, "2"), (EventPriority.Normal, "3")], ends.Skip(1).Select(end => (end.Priority, end.Data.Outlet!)).Order()); // both within one round
        Assert.NotNull(ends[0].Data.Incident);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(55.0, 50.0, 0)]
    [InlineData(double.NaN, double.NaN, 120)]
    public async Task Outlet_that_became_too_warm_is_started_again_only_once_it_has_cooled(double still, double cool, int minutes)
    {
        var link = await _bench.StartAsync();
        await _bench.ChargeAsync(TimeSpan.FromMinutes(2), 180);
        await _bench.ChargeAsync(TimeSpan.FromMinutes(1), 180, celsius: 60);
        Assert.Equal(EndReason.Heat, (await _bench.SessionAsync(link)).Reason);

        _bench.Point.Set(FakePoint.Status("1", OutletState.Off, CutOffCause.Ordered, celsius: still));
        Assert.Equal(SessionWords.StillWarm, (await _bench.Desk.StartAsync(await _bench.KeyAsync(), Stop))!.Refusal);
        Assert.NotNull((await _bench.Desk.StartAsync(await _bench.KeyAsync("2"), Stop))!.Link);
        _bench.Clock.Advance(TimeSpan.FromMinutes(minutes));
        _bench.Point.Set(FakePoint.Status("1", OutletState.Off, CutOffCause.Ordered, celsius: cool));
        Assert.NotNull((await _bench.Desk.StartAsync(await _bench.KeyAsync(), Stop))!.Link);
    }

    [Fact(Timeout = 60_000)]
    public async Task Heat_that_the_driver_found_cuts_the_neighbours_once_its_cut_off_is_proven()
    {
        await _bench.StartAsync("2");
        _bench.Point.Told.Clear();
        _bench.Point.Set(FakePoint.Status("1", OutletState.CuttingOff, CutOffCause.Heat));
        await _bench.RoundAsync();
        Assert.Empty(_bench.Point.Told);
        _bench.Point.Set(FakePoint.Status("1", OutletState.Off, CutOffCause.Heat));
        await _bench.RoundAsync();
        Assert.Equal(["off 2"], _bench.Point.Told);

        // It is looked at, switched on again, and hot once more.
        await _bench.RoundAsync();
        _bench.Point.Set(FakePoint.Status("1", OutletState.Idle));
        await _bench.RoundAsync();
        await _bench.StartAsync("3");
        _bench.Point.Set(FakePoint.Status("1", OutletState.Stuck, CutOffCause.Heat));
        await _bench.RoundAsync();
        Assert.Equal(["off 2", "on 3", "off 3"], _bench.Point.Told);
    }

    [Fact(Timeout = 60_000)]
    public async Task Cut_off_that_failed_is_told_as_such()
    {
        var link = await _bench.StartAsync();
        _bench.Point.Obeys = false;
        _bench.Desk.Stop((await _bench.SessionAsync(link)).Id);
        await _bench.RoundAsync();
        _bench.Point.Set(FakePoint.Status("1", OutletState.Stuck, CutOffCause.Ordered, watts: 180));
        await _bench.RoundAsync();
        Assert.False((await _bench.SessionAsync(link)).IsProven);
    }

    [Fact(Timeout = 60_000)]
    public async Task Power_failure_ends_the_session_at_the_moment_it_was_last_seen_with_its_curve()
    {
        var link = await _bench.StartAsync();
        await _bench.ChargeAsync(TimeSpan.FromMinutes(30), 180);
        var seen = (await _bench.SessionAsync(link)).Seen;
        _bench.Crash();
        _bench.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal(1, await _bench.OpenAsync());

        var view = (await _bench.Desk.FollowAsync(link, Stop))!;
        Assert.Equal((EndReason.PowerFailure, true), (view.Session.Reason!.Value, (seen - view.Session.Ended!.Value) is var lost && lost >= TimeSpan.Zero && lost <= TimeSpan.FromMinutes(1)));
        Assert.InRange(view.Session.WattHours, 85, 90);
        Assert.InRange(view.Curve.Count, 80, 91);
        Assert.Equal(0, await _bench.OpenAsync());
        Assert.Contains("断电或意外停止", (await _bench.RecordsAsync())[^1].Data.Reason.Zh, StringComparison.Ordinal);
        _bench.Point.Set(FakePoint.Status("1", OutletState.Off));
        Assert.NotNull((await _bench.Desk.StartAsync(await _bench.KeyAsync(), Stop))!.Link);
    }

    [Fact(Timeout = 60_000)]
    public async Task Gateway_that_stops_in_order_cuts_off_first_and_says_so()
    {
        var link = await _bench.StartAsync();
        await _bench.ChargeAsync(TimeSpan.FromMinutes(1), 180);
        var stopping = _bench.Keeper.StopAsync(Stop);
        while (!stopping.IsCompleted)
        {
            // The first look gives the order, the next one sees its proof.
            if (_bench.Clock.IsAwaited)
            {
                _bench.Clock.Advance(TimeSpan.FromSeconds(1));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Stop);
        }

        await stopping;
        Assert.Equal("off 1", _bench.Point.Told[^1]);
        Assert.Equal(EndReason.GatewayStopped, (await _bench.SessionAsync(link)).Reason);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_was_begun_with_a_card_or_by_hand_is_a_session_too()
    {
        _bench.Point.Set(FakePoint.Status("3", OutletState.Charging, watts: 700));
        await _bench.RoundAsync();
        Assert.Equal("3", Assert.Single(_bench.Live.All).Outlet.Outlet);
        await _bench.ChargeAsync(TimeSpan.FromMinutes(1), 700, "3");

        Assert.Equal(["off 3"], _bench.Point.Told);
        Assert.Contains("功率过大", (await _bench.RecordsAsync())[^1].Data.Reason.Zh, StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_begun_by_hand_is_under_the_rules_while_the_disk_takes_nothing(bool endsBefore)
    {
        await _bench.RoundAsync();
        await _bench.DiskIsFullAsync(true);
        _bench.Point.Set(FakePoint.Status("3", OutletState.Charging, watts: 180));
        await _bench.RoundAsync();
        await _bench.ChargeAsync(TimeSpan.FromMinutes(5), 180, "3");
        Assert.Single(_bench.Live.All);
        if (endsBefore)
        {
            await _bench.ChargeAsync(TimeSpan.FromMinutes(1), 700, "3");
            Assert.Equal("off 3", _bench.Point.Told[^1]);
            await _bench.DiskIsFullAsync(false);
            await _bench.RoundAsync();
        }
        else
        {
            await _bench.DiskIsFullAsync(false);
            await _bench.ChargeAsync(TimeSpan.FromMinutes(2), 180, "3");
            Assert.Single(await _bench.Get<SessionStore>().ReadAsync(SessionRows.Open, Stop));
            await _bench.ChargeAsync(TimeSpan.FromMinutes(1), 700, "3");
        }

        var session = Assert.Single(await PastAsync());
        Assert.Equal((EndReason.Overload, true), (session.Reason!.Value, session.IsProven));
        Assert.InRange((await _bench.Get<SessionStore>().ReadAsync(file => SessionRows.Curve(file, session.Id), Stop)).Count, 12, 30);
        Assert.Equal(["session-begun", "session-ended"], (await _bench.RecordsAsync()).Select(record => record.Data.Code));
        Assert.Empty(_bench.Live.All);
    }

    [Fact(Timeout = 60_000)]
    public async Task Outlet_that_cannot_be_switched_on_is_refused_and_the_attempt_is_on_record()
    {
        _bench.Point.OnFault = new DeviceFaultException("The relay does not answer.");
        var answer = await _bench.Desk.StartAsync(await _bench.KeyAsync(), Stop);

        Assert.Equal(SessionWords.NotSwitchedOn, answer!.Refusal);
        Assert.Equal(["session-begun", "session-ended"], (await _bench.RecordsAsync()).Select(record => record.Data.Code));
        Assert.False(Assert.Single(await PastAsync()).IsProven);
        Assert.Empty(_bench.Live.All);
    }

    [Fact(Timeout = 60_000)]
    public async Task Session_whose_end_could_not_be_written_does_not_block_its_outlet()
    {
        var key = await _bench.KeyAsync();
        _bench.Point.OnFault = new DeviceFaultException("The relay does not answer.");
        _bench.Point.BeforeOn = _ => _bench.DiskIsFullAsync(true);
        Assert.Equal(SessionWords.NotSwitchedOn, (await _bench.Desk.StartAsync(key, Stop))!.Refusal);
        await _bench.DiskIsFullAsync(false);
        Assert.Single(await _bench.Get<SessionStore>().ReadAsync(SessionRows.Open, Stop));

        (_bench.Point.OnFault, _bench.Point.BeforeOn) = (null, null);
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull((await _bench.Desk.StartAsync(key, Stop))!.Link);
        var left = Assert.Single(await PastAsync());
        Assert.Equal((EndReason.Fault, left.Seen, false), (left.Reason!.Value, left.Ended!.Value, left.IsProven));
        Assert.Equal(["session-begun", "session-ended", "session-begun"], (await _bench.RecordsAsync()).Select(record => record.Data.Code));
    }

    [Fact(Timeout = 60_000)]
    public async Task Driver_that_fails_in_its_own_way_leaves_nothing_open()
    {
        _bench.Point.BeforeOn = _ => throw new InvalidOperationException("A bug of the driver.");
        Assert.Equal(SessionWords.NotSwitchedOn, (await _bench.Desk.StartAsync(await _bench.KeyAsync(), Stop))!.Refusal);
        Assert.Equal(EndReason.Fault, Assert.Single(await PastAsync()).Reason);
        Assert.Empty(_bench.Live.All);
    }

    [Fact(Timeout = 60_000)]
    public async Task Disk_that_takes_nothing_at_the_start_keeps_nothing_from_starting_and_is_tried_again()
    {
        var link = await _bench.StartAsync();
        await _bench.ChargeAsync(TimeSpan.FromMinutes(5), 180);
        _bench.Crash();
        _bench.Point.Set(FakePoint.Status("1", OutletState.Off));
        await _bench.DiskIsFullAsync(true);
        await _bench.Keeper.CatchUpAsync(Stop);
        Assert.Null((await _bench.SessionAsync(link)).Ended);

        await _bench.DiskIsFullAsync(false);
        await _bench.StartAsync("2");
        await _bench.RoundAsync();
        Assert.Equal((EndReason.PowerFailure, SessionWords.GatewayWasOff), ((await _bench.SessionAsync(link)).Reason!.Value, (await _bench.SessionAsync(link)).Detail));
        Assert.Equal("2", Assert.Single(await _bench.Get<SessionStore>().ReadAsync(SessionRows.Open, Stop)).Outlet);
    }

    private Task<List<ChargeSession>> PastAsync() => _bench.Get<SessionStore>().ReadAsync(file => SessionRows.Past(file, new SessionFilter(), 0, 10), Stop);
}
