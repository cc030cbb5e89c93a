using System.Globalization;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Tests.Patrols;

public sealed class PatrolServiceTests : IDisposable
{
    private readonly UpkeepFixture _upkeep = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Finished_patrol_is_recorded_with_its_counts_and_its_report_survives_a_restart()
    {
        var found = new FoundAt { Findings = { FoundAt.Repair("clock-drift") } };
        _upkeep.Devices.Set("gate-1", DeviceState.Online, check: found);
        _upkeep.Devices.Set("bus.doors", DeviceState.Online);

        var report = await _upkeep.Patrols.RunAsync(Stop);
        _upkeep.Restart();

        Assert.Equal([("patrol-report", EventPriority.Info, "gateway"), ("ticket-opened", EventPriority.Normal, "gate-1")], _upkeep.Told);
        Assert.Equal((report.Started, 1), (_upkeep.Patrols.Last!.Started, _upkeep.Patrols.Last.Repairs));
        Assert.Equal("时钟偏差 90 秒", _upkeep.Patrols.Last.Entries[0].Findings[0].Words.Zh);
    }

    [Fact(Timeout = 60_000)]
    public async Task Patrols_set_out_at_their_times_and_the_next_one_is_named()
    {
        _upkeep.Devices.Set("gate-1", DeviceState.Online);
        await _upkeep.Patrols.StartAsync(Stop);
        var due = _upkeep.Patrols.Next;
        Assert.Equal(DateTimeOffset.Parse("2026-06-01T19:30:00Z", CultureInfo.InvariantCulture), due); // 03:30 in Shanghai

        // The loop sets its timer on a thread of its own: the clock is moved until it has gone round.
        await UntilAsync(() => _upkeep.Patrols.Last is not null, TimeSpan.FromMinutes(1));

        Assert.True(_upkeep.Patrols.Last!.Started >= due);
        Assert.NotEqual(due, _upkeep.Patrols.Next);
        await _upkeep.Patrols.StopAsync(Stop);
    }

    [Fact(Timeout = 60_000)]
    public async Task Second_asker_joins_the_patrol_that_is_under_way_and_giving_up_does_not_end_it()
    {
        var gate = new Gate();
        _upkeep.Devices.Set("gate-1", DeviceState.Online, check: gate);
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var first = _upkeep.Patrols.RunAsync(impatient.Token);
        var second = _upkeep.Patrols.RunAsync(Stop);
        await gate.Reached.WaitAsync(Stop);
        Assert.True(_upkeep.Patrols.IsRunning);

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.Open();

        Assert.Equal(1, (await second).Devices);
        Assert.Equal(1, gate.Asked);
        Assert.Single(_upkeep.Told, told => told.Code == "patrol-report");
    }

    [Fact(Timeout = 60_000)]
    public async Task Patrol_that_is_cancelled_leaves_no_report_and_changes_no_ticket_and_the_next_one_goes()
    {
        var gate = new Gate();
        _upkeep.Devices.Set("gate-1", DeviceState.Online, check: gate);
        _upkeep.Devices.Set("gate-2", DeviceState.Online, check: new FoundAt { Findings = { FoundAt.Repair("clock-drift") } });
        Assert.False(_upkeep.Patrols.Cancel());
        var run = _upkeep.Patrols.RunAsync(Stop);
        await gate.Reached.WaitAsync(Stop);

        Assert.True(_upkeep.Patrols.Cancel());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Null(_upkeep.Patrols.Last);
        Assert.NotNull(_upkeep.Patrols.CancelledAt);
        Assert.Empty(_upkeep.Book.All);
        Assert.Empty(_upkeep.Told);

        gate.Open();
        await _upkeep.Patrols.RunAsync(Stop);
        Assert.Null(_upkeep.Patrols.CancelledAt);
        Assert.Single(_upkeep.Book.All);
    }

    [Fact(Timeout = 60_000)]
    public async Task Progress_is_told_while_a_patrol_is_under_way_and_its_reports_are_kept_newest_first()
    {
        var gate = new Gate();
        _upkeep.Devices.Set("gate-1", DeviceState.Online);
        _upkeep.Devices.Set("gate-2", DeviceState.Online, check: gate);
        var run = _upkeep.Patrols.RunAsync(Stop);
        await gate.Reached.WaitAsync(Stop);
        Assert.Equal(2, _upkeep.Patrols.Progress!.All);
        Assert.InRange(_upkeep.Patrols.Progress.Done, 0, 1);
        gate.Open();
        var first = await run;
        Assert.Null(_upkeep.Patrols.Progress);

        _upkeep.Time.Advance(TimeSpan.FromHours(12));
        var second = await _upkeep.Patrols.RunAsync(Stop);
        _upkeep.Restart();

        Assert.Equal([second.Started, first.Started], _upkeep.Patrols.History.Select(line => line.Started));
        Assert.Equal((2, 0, 0), (_upkeep.Patrols.History[0].Devices, _upkeep.Patrols.History[0].Buses, _upkeep.Patrols.History[0].Findings));
    }

    [Fact(Timeout = 60_000)]
    public async Task Journal_that_cannot_be_written_does_not_keep_a_ticket_from_opening()
    {
        _upkeep.Journal.Fault = new IOException("full");
        _upkeep.Devices.Set("gate-1", DeviceState.Online, check: new FoundAt { Findings = { FoundAt.Repair("clock-drift") } });

        await _upkeep.Patrols.RunAsync(Stop);

        Assert.Equal("clock-drift", Assert.Single(_upkeep.Book.All).Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task Damaged_store_is_set_aside_and_patrols_go_on()
    {
        _upkeep.Devices.Set("gate-1", DeviceState.Online);
        _upkeep.Dispose();
        Directory.CreateDirectory(_upkeep.Folder);
        await File.WriteAllBytesAsync(Path.Combine(_upkeep.Folder, "upkeep.db"), [.. Enumerable.Repeat((byte)0xA5, 8192)], Stop);
        _upkeep.Restart();

        var report = await _upkeep.Patrols.RunAsync(Stop);

        Assert.Equal(1, report.Sound);
        Assert.True(File.Exists(Path.Combine(_upkeep.Folder, "upkeep.db.damaged")));
    }

    public void Dispose() => _upkeep.Dispose();

    private async Task UntilAsync(Func<bool> condition, TimeSpan step)
    {
        while (!condition())
        {
            _upkeep.Time.Advance(step);
            await Task.Yield();
            Stop.ThrowIfCancellationRequested();
        }
    }

    private sealed class Gate : IPatrolled
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public int Asked { get; private set; }

        public void Open() => _open.SetResult();

        public async ValueTask<IReadOnlyList<PatrolFinding>> CheckAsync(CancellationToken cancellationToken)
        {
            Asked++;
            _reached.TrySetResult();
            await _open.Task.WaitAsync(cancellationToken);
            return [];
        }
    }
}
