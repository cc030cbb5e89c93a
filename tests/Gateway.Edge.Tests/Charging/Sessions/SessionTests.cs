using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;
using Gateway.Edge.Charging.Outlets;
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
        Assert.Equal([(EventPriority.High, "1"), (EventPriority.Normal, "2"), (EventPriority.Normal, "3")], ends.Select(end => (end.Priority, end.Data.Outlet!)));
        Assert.NotNull(ends[0].Data.Incident);
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
        Assert.NotNull(await _bench.Desk.StartAsync(await _bench.KeyAsync(), Stop));
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

    [Fact(Timeout = 60_000)]
    public async Task Outlet_that_cannot_be_switched_on_is_refused_and_the_attempt_is_on_record()
    {
        _bench.Point.OnFault = new DeviceFaultException("The relay does not answer.");
        var answer = await _bench.Desk.StartAsync(await _bench.KeyAsync(), Stop);

        Assert.Equal(SessionWords.NotSwitchedOn, answer!.Refusal);
        Assert.Equal(["session-begun", "session-ended"], (await _bench.RecordsAsync()).Select(record => record.Data.Code));
        Assert.Empty(_bench.Live.All);
    }

    [Fact(Timeout = 60_000)]
    public async Task Disk_that_is_full_switches_nothing_on()
    {
        var key = await _bench.KeyAsync();
        await _bench.DiskIsFullAsync(true);
        Assert.Equal(SessionWords.NotRecorded, (await _bench.Desk.StartAsync(key, Stop))!.Refusal);
        Assert.Empty(_bench.Point.Told);
        Assert.Empty(_bench.Live.All);
    }

    [Fact(Timeout = 60_000)]
    public async Task Two_phones_at_one_outlet_start_one_session()
    {
        var key = await _bench.KeyAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _bench.Desk.StartAsync(key, Stop), Stop)));
        Assert.Single(answers, answer => answer!.Link is not null);
        Assert.Equal(["on 1"], _bench.Point.Told);
    }

    [Fact(Timeout = 60_000)]
    public async Task Outlet_started_again_and_again_has_to_rest()
    {
        for (var start = 0; start < 12; start++)
        {
            var link = await _bench.StartAsync();
            _bench.Desk.Stop((await _bench.SessionAsync(link)).Id);
            await _bench.RoundAsync();
            await _bench.RoundAsync();
        }

        Assert.Equal(SessionWords.TooManyStarts, (await _bench.Desk.StartAsync(await _bench.KeyAsync(), Stop))!.Refusal);
        Assert.NotNull((await _bench.Desk.StartAsync(await _bench.KeyAsync("2"), Stop))!.Link);
        _bench.Clock.Advance(TimeSpan.FromHours(1));
        Assert.NotNull((await _bench.Desk.StartAsync(await _bench.KeyAsync(), Stop))!.Link);
    }

    [Fact(Timeout = 60_000)]
    public async Task Staff_who_end_a_session_are_on_record_with_their_reason_and_whoever_charges_reads_it()
    {
        var link = await _bench.StartAsync();
        Assert.True(await _bench.Desk.EndAsync((await _bench.SessionAsync(link)).Id, "console:wang", "插座需要检修", Stop));
        await _bench.RoundAsync();
        await _bench.RoundAsync();

        var session = await _bench.SessionAsync(link);
        Assert.Equal((EndReason.StoppedByProperty, "插座需要检修"), (session.Reason!.Value, session.Detail!.Zh));
        var audit = Assert.Single(await _bench.AuditsAsync());
        Assert.Contains("\"name\":\"charging-session-ended\"", audit, StringComparison.Ordinal);
        Assert.Contains("console:wang", audit, StringComparison.Ordinal);
        Assert.False(await _bench.Desk.EndAsync(session.Id, "console:wang", "again", Stop));
    }

    [Fact(Timeout = 60_000)]
    public async Task Night_refuses_the_start()
    {
        _bench.Crash();
        (_bench.Settings["Charging:Night"], _bench.Settings["Charging:NightFrom"], _bench.Settings["Charging:NightUntil"]) = ("NoStart", "15:00", "17:00");
        await _bench.OpenAsync(); // 08:00 UTC is 16:00 in the compound
        Assert.Equal(SessionWords.NightRefusal, (await _bench.Desk.StartAsync(await _bench.KeyAsync(), Stop))!.Refusal);
        _bench.Clock.Advance(TimeSpan.FromHours(1));
        Assert.NotNull((await _bench.Desk.StartAsync(await _bench.KeyAsync(), Stop))!.Link);
    }

    [Fact(Timeout = 60_000)]
    public async Task Sessions_are_erased_with_their_curves_when_they_were_kept_long_enough()
    {
        var link = await _bench.StartAsync();
        await _bench.ChargeAsync(TimeSpan.FromMinutes(5), 180);
        _bench.Desk.Stop((await _bench.SessionAsync(link)).Id);
        await _bench.RoundAsync();
        await _bench.RoundAsync();
        _bench.Clock.Advance(TimeSpan.FromDays(89));
        await _bench.RoundAsync();
        Assert.NotNull(await _bench.Desk.FollowAsync(link, Stop));
        _bench.Clock.Advance(TimeSpan.FromDays(2));
        await _bench.RoundAsync();
        Assert.Null(await _bench.Desk.FollowAsync(link, Stop));
        Assert.Contains("charging-erased", Assert.Single(await _bench.AuditsAsync()), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Code_that_was_replaced_leads_nowhere_and_none_can_be_made_up()
    {
        var key = await _bench.KeyAsync();
        var labels = _bench.Get<LabelBook>();
        Assert.Equal(new OutletId("shed-1", "1"), labels.Find(key)!.Value.Outlet);
        await labels.RenewAsync(new OutletId("shed-1", "1"), "console:wang", Stop);

        Assert.Null(labels.Find(key));
        Assert.Null(await _bench.Desk.StartAsync(key, Stop));
        Assert.Equal("1", labels.Find(await _bench.KeyAsync())!.Value.Outlet.Outlet);
        foreach (var madeUp in (string?[])[null, "", new string('A', 22), new string('x', 10_000_000), "../../etc/passwd", "<b>x"])
        {
            Assert.Null(labels.Find(madeUp));
            Assert.Null(await _bench.Desk.FollowAsync(madeUp, Stop));
        }

        var kept = await _bench.KeyAsync();
        _bench.Crash();
        await _bench.OpenAsync();
        Assert.Equal(kept, await _bench.KeyAsync());
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => ChargeKey.Make()).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact(Timeout = 60_000)]
    public async Task Key_of_a_session_lies_nowhere_on_the_disk()
    {
        var link = await _bench.StartAsync();
        var everything = await _bench.Get<SessionStore>().ReadAsync(
            file =>
            {
                using var command = file.CreateCommand();
                command.CommandText = "SELECT group_concat(link) FROM session";
                return (string)command.ExecuteScalar()!;
            },
            Stop);
        Assert.Equal(ChargeKey.HashOf(link), everything);
        Assert.DoesNotContain(link, string.Concat((await _bench.RecordsAsync()).Select(record => record.Data.ToString())), StringComparison.Ordinal);
    }
}
