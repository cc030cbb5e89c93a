using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;
using Gateway.Edge.Notices;
using Gateway.Edge.Tests.Patrols;

namespace Gateway.Edge.Tests.Notices;

public sealed class NoticeDeskTests : IDisposable
{
    private readonly NoticeBench _bench = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Notice_stands_in_its_time_at_its_gates_and_ends_by_itself()
    {
        Assert.Empty(await _bench.Desk.ShowAsync(_bench.Notice(from: TimeSpan.FromMinutes(5), gates: "gate-east"), Stop));
        Assert.Null(_bench.Desk.Shown("gate-east"));

        _bench.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("停水通知", _bench.Desk.Shown("gate-east")!.Words.Zh);
        Assert.Null(_bench.Desk.Shown("gate-west"));

        _bench.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(_bench.Desk.Shown("gate-east"));
        Assert.Empty(_bench.Desk.All);
    }

    [Fact]
    public async Task Notices_survive_a_restart_and_each_change_is_on_record()
    {
        var notice = _bench.Notice();
        await _bench.Desk.ShowAsync(notice, Stop);
        _bench.Restart();
        Assert.Equivalent(notice, _bench.Desk.Shown("gate-east"));

        Assert.True(await _bench.Desk.WithdrawAsync(notice.Id, "test", Stop));
        Assert.False(await _bench.Desk.WithdrawAsync(notice.Id, "test", Stop));
        _bench.Restart();
        Assert.Empty(_bench.Desk.All);
        Assert.Equal([EventKind.Audit, EventKind.Audit], (await _bench.Journal.ReadAsync(0, 10, Stop)).Select(record => record.Kind));
    }

    [Fact]
    public async Task Several_take_turns_and_the_station_s_stand_alone()
    {
        await _bench.Desk.ShowAsync(_bench.Notice("物业一"), Stop);
        await _bench.Desk.ShowAsync(_bench.Notice("物业二", from: TimeSpan.FromSeconds(1)), Stop);
        _bench.Clock.Advance(TimeSpan.FromSeconds(1));
        _bench.Clock.Advance(NoticeDesk.Turn - TimeSpan.FromTicks(_bench.Now.Ticks % NoticeDesk.Turn.Ticks));

        var seen = new List<string>();
        for (var turn = 0; turn < 6; turn++)
        {
            seen.Add(_bench.Desk.Shown("gate-east")!.Words.Zh);
            _bench.Clock.Advance(NoticeDesk.Turn);
        }

        Assert.Equal(seen[..2], seen[2..4]);
        Assert.Equal(["物业一", "物业二"], seen.Distinct().Order(StringComparer.Ordinal));

        await _bench.Desk.ShowAsync(_bench.Notice("警方", NoticeSource.Station), Stop);
        for (var turn = 0; turn < 6; turn++)
        {
            Assert.Equal("警方", _bench.Desk.Shown("gate-east")!.Words.Zh);
            _bench.Clock.Advance(NoticeDesk.Turn);
        }
    }

    [Fact]
    public async Task What_does_not_fit_the_display_is_refused_by_field_and_nothing_is_kept()
    {
        var good = _bench.Notice();
        (GateNotice Notice, string Field)[] bad =
        [
            (good with { Words = new LocalizedText("", "x") }, "zh"),
            (good with { Words = new LocalizedText(new string('水', NoticeRules.LongestZh + 1), "") }, "zh"),
            (good with { Words = new LocalizedText("停水", new string('x', 10_000_000)) }, "en"),
            (good with { Words = new LocalizedText("停\n水", "") }, "zh"),
            (good with { Gates = ["gate-nowhere"] }, "gates"),
            (good with { Until = good.From }, "until"),
            (good with { Until = _bench.Now + NoticeRules.Longest + TimeSpan.FromDays(1) }, "until"),
        ];
        foreach (var (notice, field) in bad)
        {
            Assert.Equal(field, (await _bench.Desk.ShowAsync(notice, Stop))[0].Field);
        }

        Assert.Empty(_bench.Desk.All);
        Assert.Equal(0, _bench.Journal.LastSequence);
    }

    [Fact]
    public async Task No_more_than_so_many_are_kept_and_the_same_one_may_still_be_changed()
    {
        var last = _bench.Notice();
        for (var i = 0; i < NoticeRules.Most; i++)
        {
            Assert.Empty(await _bench.Desk.ShowAsync(last = _bench.Notice($"通知{i}"), Stop));
        }

        Assert.Single(await _bench.Desk.ShowAsync(_bench.Notice(), Stop));
        Assert.Empty(await _bench.Desk.ShowAsync(last with { Words = new LocalizedText("改了", "") }, Stop));
        Assert.Equal(NoticeRules.Most, _bench.Desk.All.Count);
    }

    [Fact]
    public async Task Nothing_is_shown_that_cannot_be_put_on_record()
    {
        using var desk = _bench.New(new ListJournal { Fault = new JournalUnavailableException("the disk is full") });
        await Assert.ThrowsAsync<JournalUnavailableException>(() => desk.ShowAsync(_bench.Notice(), Stop));
        Assert.Empty(desk.All);
        Assert.False(File.Exists(_bench.File));
    }

    [Fact]
    public void Damaged_file_is_set_aside_and_gates_go_on_without_notices()
    {
        File.WriteAllText(_bench.File, "[{\"Id\":");
        _bench.Restart();
        Assert.Empty(_bench.Desk.All);
        Assert.True(File.Exists(_bench.File + ".damaged"));
    }

    public void Dispose() => _bench.Dispose();
}
