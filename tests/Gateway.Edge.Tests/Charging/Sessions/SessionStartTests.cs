using Gateway.Cloud.Contract;
using Gateway.Edge.Charging.Learning;
using Gateway.Edge.Charging.Outlets;
using Gateway.Edge.Charging.Rules;
using Gateway.Edge.Charging.Sessions;

namespace Gateway.Edge.Tests.Charging.Sessions;

/// <summary>Who may start and end a session, with which code, how often, and how long it is kept.</summary>
public sealed class SessionStartTests : IAsyncLifetime
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
        Assert.True(await _bench.Desk.EndAsync((await _bench.SessionAsync(link)).Id, "console:wang", new LocalizedText("插座需要检修", "The outlet has to be repaired"), Stop));
        await _bench.RoundAsync();
        await _bench.RoundAsync();

        var session = await _bench.SessionAsync(link);
        Assert.Equal((EndReason.StoppedByProperty, "插座需要检修", "The outlet has to be repaired"), (session.Reason!.Value, session.Detail!.Zh, session.Detail.En));
        var audit = Assert.Single(await _bench.AuditsAsync());
        Assert.Contains("\"name\":\"charging-session-ended\"", audit, StringComparison.Ordinal);
        Assert.Contains("console:wang", audit, StringComparison.Ordinal);
        Assert.Contains("The outlet has to be repaired", audit, StringComparison.Ordinal);
        Assert.False(await _bench.Desk.EndAsync(session.Id, "console:wang", new LocalizedText("again", "again"), Stop));
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
    public async Task More_sessions_than_one_round_erases_are_erased_by_the_next_ones()
    {
        for (var past = 0; past < 25; past++)
        {
            await PastAsync();
        }

        _bench.Clock.Advance(TimeSpan.FromDays(91));
        await _bench.RoundAsync();
        Assert.Equal(5, await CountAsync());
        await _bench.RoundAsync();
        Assert.Equal(0, await CountAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task Finding_that_nobody_has_settled_keeps_its_session()
    {
        var session = await PastAsync();
        var finding = new TaperFinding(session.Id, new OutletId(session.Device, session.Outlet), FindingKind.TapersNoMore, session.Begun, 180, 1, 0.1);
        await _bench.Get<SessionStore>().ReadAsync(file => FindingRows.Add(file, finding), Stop);
        _bench.Clock.Advance(TimeSpan.FromDays(91));
        await _bench.RoundAsync();
        Assert.Equal(1, await CountAsync());
        Assert.Single(await _bench.Get<SessionStore>().ReadAsync(file => FindingRows.Open(file, session.Begun), Stop));
        Assert.Empty(await _bench.Get<SessionStore>().ReadAsync(file => FindingRows.Open(file, session.Begun.AddSeconds(1)), Stop));

        Assert.True(await _bench.Get<SessionStore>().CloseFindingAsync(finding, "console:wang", "Owner told", Stop));
        _bench.Clock.Advance(TimeSpan.FromHours(2));
        await _bench.RoundAsync();
        Assert.Equal(0, await CountAsync());
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

    private async Task<ChargeSession> PastAsync()
    {
        var (store, begun) = (_bench.Get<SessionStore>(), _bench.Clock.GetUtcNow());
        var session = new ChargeSession(Guid.NewGuid(), "shed-1", "3", begun) { Seen = begun };
        await store.BeginAsync(session, ChargeKey.Make(), Stop);
        await store.EndAsync(session with { Ended = begun, Reason = EndReason.NothingPlugged, IsProven = true }, [], isAlarm: false);
        return session;
    }

    private Task<int> CountAsync() => _bench.Get<SessionStore>().ReadAsync(file => SessionRows.Past(file, new SessionFilter(), 0, 100).Count, Stop);
}
